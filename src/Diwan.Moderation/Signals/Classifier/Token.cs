namespace Diwan.Moderation.Signals.Classifier;

/// <summary>One word or sign of a folded text, with the hashed features that belong to it.</summary>
/// <param name="Start">First UTF-16 unit in the folded text.</param>
/// <param name="End">One past the last UTF-16 unit in the folded text.</param>
/// <param name="Hash">Of its characters in lower case: what the word table is looked up by.</param>
/// <param name="FirstGram">Index of its first n-gram in <see cref="TextFeatures.Grams"/>.</param>
/// <param name="EndGram">One past its last n-gram.</param>
internal readonly record struct Token(int Start, int End, uint Hash, int FirstGram, int EndGram);
