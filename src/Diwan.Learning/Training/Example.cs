namespace Diwan.Learning.Training;

/// <summary>One row cut into features once, kept for every pass.</summary>
/// <param name="Grams">Rows of the n-gram table, token by token.</param>
/// <param name="Habits">Rows of the n-gram table that speak of how it is written.</param>
/// <param name="Ends">For each token, one past its last gram.</param>
/// <param name="Words">For each token, its row in the word table.</param>
/// <param name="Targets">What it teaches.</param>
internal sealed record Example(int[] Grams, int[] Habits, int[] Ends, int[] Words, Targets Targets);
