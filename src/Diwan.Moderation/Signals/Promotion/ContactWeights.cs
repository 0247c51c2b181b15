namespace Diwan.Moderation.Signals.Promotion;

/// <summary>How much a contact of one kind says, 0 to 1.</summary>
/// <param name="Contact">That somebody is to be led elsewhere or reached.</param>
/// <param name="Commercial">That it is to sell something.</param>
/// <param name="Personal">That it is to gain followers.</param>
/// <remarks>Set by hand on the training rows of two public spam sets and by the order of kinds: a source is read, a shop is bought from.</remarks>
internal readonly record struct ContactWeights(double Contact, double Commercial, double Personal)
{
    public static ContactWeights Of(string kind) => kind switch
    {
        ContactKinds.Reference => new(0.2, 0, 0),
        ContactKinds.Handle => new(0.2, 0.05, 0.1),
        ContactKinds.Domain => new(0.5, 0.3, 0.25),
        ContactKinds.Url => new(0.5, 0.3, 0.3),
        ContactKinds.Email => new(0.6, 0.3, 0.2),
        ContactKinds.Telephone => new(0.7, 0.4, 0.1),
        ContactKinds.SpokenDomain => new(0.7, 0.45, 0.35),
        ContactKinds.Shortener => new(0.7, 0.45, 0.35),
        ContactKinds.Shop => new(0.7, 0.55, 0.1),
        ContactKinds.Profile => new(0.6, 0.15, 0.45),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
