namespace Diwan.Moderation.Signals;

/// <summary>The names of what a signal can speak of: Perspective's where it has one, ours where it has not.
/// Stored with decisions and written in policies: append only, never rename.</summary>
public static class Attributes
{
    /// <summary>A rude, disrespectful or unreasonable comment that is likely to make people leave a discussion.</summary>
    public const string Toxicity = "TOXICITY";
    /// <summary>A very hateful, aggressive or disrespectful comment; less sensitive to mild profanity.</summary>
    public const string SevereToxicity = "SEVERE_TOXICITY";
    /// <summary>Negative or hateful comment about someone because of their identity.</summary>
    public const string IdentityAttack = "IDENTITY_ATTACK";
    /// <summary>Insulting, inflammatory or negative towards a person or a group.</summary>
    public const string Insult = "INSULT";
    /// <summary>Swear words, curse words and other obscene language.</summary>
    public const string Profanity = "PROFANITY";
    /// <summary>An intention to inflict pain, injury or violence.</summary>
    public const string Threat = "THREAT";
    /// <summary>References to sexual acts or body parts, or other lewd content.</summary>
    public const string SexuallyExplicit = "SEXUALLY_EXPLICIT";
    /// <summary>Identity attack aimed at sex or gender.</summary>
    public const string Sexism = "SEXISM";
    /// <summary>Identity attack aimed at race or ethnicity.</summary>
    public const string Racism = "RACISM";
    /// <summary>Identity attack aimed at sexual orientation or gender identity.</summary>
    public const string Homophobia = "HOMOPHOBIA";
    /// <summary>Identity attack aimed at foreigners, refugees, nationalities.</summary>
    public const string Xenophobia = "XENOPHOBIA";
    /// <summary>An attack on a person in the conversation or the article.</summary>
    public const string PersonalAttack = "PERSONAL_ATTACK";
    /// <summary>Commercial or personal promotion, as one score.</summary>
    public const string Spam = "SPAM";
    /// <summary>Promotion of goods or services: invitations to buy, prices, shops, contact for sale.</summary>
    public const string CommercialPromotion = "COMMERCIAL_PROMOTION";
    /// <summary>Promotion of the author's own channel, page, account or site.</summary>
    public const string PersonalPromotion = "PERSONAL_PROMOTION";
    /// <summary>A link, bare domain, telephone number, handle or e-mail address; a fact, not yet promotion.</summary>
    public const string Contact = "CONTACT";
    /// <summary>Nearly the same text as an earlier comment by the same author or in the same thread.</summary>
    public const string Repetition = "REPETITION";
    /// <summary>Not about the article. Orders queues, never rejects.</summary>
    public const string OffTopic = "OFF_TOPIC";
    /// <summary>Reasoned, specific, on the matter. Orders queues and picks, never rejects.</summary>
    public const string Constructive = "CONSTRUCTIVE";
    /// <summary>A detector could not measure. The comment is held for a person, and says so.</summary>
    public const string Unavailable = "UNAVAILABLE";
}
