namespace Diwan.Moderation.Text;

/// <summary>Tells the language of a text, on the machine. Built once, shared by all requests, immutable.</summary>
public interface ILanguageIdentifier
{
    /// <summary>What language <paramref name="text"/> is taken to be in; <see cref="IdentifiedLanguage.Undetermined"/> when nothing speaks for any.</summary>
    /// <param name="text">Exactly as received; any text is allowed, ill-formed UTF-16 included.</param>
    IdentifiedLanguage Identify(string text);
}
