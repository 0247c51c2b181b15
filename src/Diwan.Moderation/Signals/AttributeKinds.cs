using System.Collections.Frozen;

namespace Diwan.Moderation.Signals;

/// <summary>What may be said of the attributes as a whole: which there are, and which are not measured directly.</summary>
public static class AttributeKinds
{
    private static readonly FrozenSet<string> DerivedNames = FrozenSet.Create(
        Attributes.SexuallyExplicit, Attributes.Racism, Attributes.Homophobia, Attributes.Xenophobia,
        Attributes.PersonalAttack, Attributes.Constructive);

    /// <summary>Every attribute a signal may speak of.</summary>
    public static FrozenSet<string> All { get; } = FrozenSet.Create(
        Attributes.Toxicity, Attributes.SevereToxicity, Attributes.IdentityAttack, Attributes.Insult,
        Attributes.Profanity, Attributes.Threat, Attributes.SexuallyExplicit, Attributes.Sexism, Attributes.Racism,
        Attributes.Homophobia, Attributes.Xenophobia, Attributes.PersonalAttack, Attributes.Spam,
        Attributes.CommercialPromotion, Attributes.PersonalPromotion, Attributes.Contact, Attributes.Repetition,
        Attributes.OffTopic, Attributes.Constructive, Attributes.Unavailable);

    /// <summary>True for an attribute without clean labels in any data, concluded from other measurements. No calibration is claimed for it.</summary>
    public static bool IsDerived(string attribute) => DerivedNames.Contains(attribute);

    /// <summary>True for a quality that orders queues and picks; no rule may reject for it.</summary>
    public static bool OnlyOrders(string attribute) => attribute is Attributes.OffTopic or Attributes.Constructive;

    /// <summary>True when software alone may reject nobody for this attribute.</summary>
    public static bool NeedsPersonToReject(string attribute) => IsDerived(attribute) || OnlyOrders(attribute);
}
