namespace Diwan.Moderation.Signals.Promotion;

/// <summary>A phrase that invites to buy or to follow.</summary>
/// <param name="Attribute">Commercial or personal promotion.</param>
/// <param name="Weight">0 to 1: how much it speaks for promotion when it stands alone.</param>
/// <param name="Phrase">Words with single spaces; <c>*</c> at the end of a word stands for any ending.</param>
internal sealed record Invitation(string Attribute, double Weight, string Phrase);
