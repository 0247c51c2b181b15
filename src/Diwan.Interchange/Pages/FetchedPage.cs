namespace Diwan.Interchange.Pages;

/// <summary>What came from an address.</summary>
/// <param name="Address">Where it came from in the end, after redirects.</param>
/// <param name="Bytes">The content; empty when there is a problem.</param>
/// <param name="Charset">The encoding the server named; null when it named none.</param>
/// <param name="Problem">Why nothing came; null when something did.</param>
public sealed record FetchedPage(Uri Address, byte[] Bytes, string? Charset, string? Problem);
