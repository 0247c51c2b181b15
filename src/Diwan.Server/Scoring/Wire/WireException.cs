namespace Diwan.Server.Scoring.Wire;

/// <summary>Carries the first error of a request up to where it is answered.</summary>
internal sealed class WireException(WireError error) : Exception(error.Message)
{
    /// <summary>The error.</summary>
    public WireError Error => error;
}
