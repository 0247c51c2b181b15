using Diwan.Moderation.Text;

namespace Diwan.Moderation.Signals.Promotion;

/// <summary>Measures promotion: contacts as facts, and how strongly they and the invitations beside them speak for it.</summary>
/// <param name="table">Invitations and hosts.</param>
public sealed class PromotionDetector(PromotionTable table) : IDetector
{
    // More than this many contacts or invitations say nothing new, and would bury the desk's card.
    private const int MostEvidence = 50;

    private readonly InvitationMatcher invitations = new(table.Invitations);
    private readonly LinkScanner links = new(table);

    /// <inheritdoc/>
    public string Name => "promotion";

    /// <inheritdoc/>
    public void Detect(DetectionSubject subject, ICollection<Signal> signals)
    {
        Detect(subject.Text, TextField.Text, signals);
        Detect(subject.Author, TextField.Author, signals);
    }

    private void Detect(NormalizedText text, TextField field, ICollection<Signal> signals)
    {
        var plain = PlainText.Of(text.Original);
        var contacts = new List<Contact>();
        links.Scan(plain, contacts);
        SpokenDomainScanner.Scan(plain, contacts);
        TelephoneScanner.Scan(plain, contacts);
        var (commercial, personal) = (new Evidence(), new Evidence());
        foreach (var contact in contacts.Where(contact => !contacts.Exists(other => Holds(other, contact))).Take(MostEvidence))
        {
            var span = plain.ToOriginal(contact.Start, contact.End);
            var weights = ContactWeights.Of(contact.Kind);
            signals.Add(new(Attributes.Contact, weights.Contact, Name, field, span, contact.Kind));
            commercial.Add(contact.Kind, contact.Kind, weights.Commercial, span);
            personal.Add(contact.Kind, contact.Kind, weights.Personal, span);
        }

        foreach (var (invitation, start, end) in invitations.Find(text.Folded).Take(MostEvidence))
        {
            var evidence = invitation.Attribute == Attributes.CommercialPromotion ? commercial : personal;
            evidence.Add(invitation.Phrase, "invitation", invitation.Weight, text.ToOriginal(start, end - start));
        }

        commercial.Tell(Attributes.CommercialPromotion, Name, field, signals);
        personal.Tell(Attributes.PersonalPromotion, Name, field, signals);
    }

    // "0750 123 4567" inside "wa.me/07501234567" is one contact, not two.
    private static bool Holds(Contact outer, Contact inner) =>
        outer.Start <= inner.Start && inner.End <= outer.End && outer.End - outer.Start > inner.End - inner.Start;
}
