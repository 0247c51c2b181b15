using System.Text;

namespace Diwan.Moderation.Text;

/// <summary>Tells whether this machine folds text at all: with invariant globalization, normalisation silently does nothing outside ASCII.</summary>
public static class NormalizationCheck
{
    /// <summary>True when Unicode normalisation works here. The host asks at start-up, since without it every disguised spelling would pass unseen.</summary>
#pragma warning disable RS0030 // The question is about this very method.
    public static bool Works => "é".Normalize(NormalizationForm.FormD).Length == 2;
#pragma warning restore RS0030
}
