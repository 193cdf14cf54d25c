using MediSecure.Data.Common;
using MediSecure.Data.Features.Patients;

namespace MediSecure.Data.Features.Referrals;

/// <summary>Who is referred, as the sender knows the person; a copy under the receiver's own key.</summary>
public sealed record ReferredPerson(PersonName Name, Sex Sex, DateOnly BirthDate, string RecordNumber, EncryptedText? Phone);

/// <summary>From whom, as words: the receiver can read nothing else of the sender.</summary>
public sealed record ReferralSender(Guid OrganizationId, string Organization, string Referrer);

/// <summary>What another organisation sent here: all that the receiver ever sees of the sender. It becomes somebody's once a patient of the own organisation is linked. FHIR: Task with its ServiceRequest.</summary>
public sealed class IncomingReferral : ReferralTask, IOrganizationOwned, IVersioned
{
    private IncomingReferral()
    {
    }

    /// <summary>The copy of a referral that is being sent.</summary>
    public IncomingReferral(Guid organizationId, Guid departmentId, Referral sent, ReferralSender sender, ReferredPerson person, EncryptedText reason, EncryptedText? question, EncryptedText? letter, EncryptedText? diagnoses)
    {
        (OrganizationId, Id, DepartmentId) = (organizationId, sent.Id, departmentId);
        (SenderOrganizationId, Sender, Referrer) = (sender.OrganizationId, sender.Organization, sender.Referrer);
        (GivenName, FamilyName, MiddleName, Title) = (person.Name.Given, person.Name.Family, person.Name.Middle, person.Name.Title);
        (DisplayName, Sex, BirthDate, SenderRecordNumber, Phone) = (person.Name.Display, person.Sex, person.BirthDate, person.RecordNumber, person.Phone);
        (Specialty, Urgency, TargetDays, Category) = (sent.Specialty, sent.Urgency, sent.TargetDays, sent.Category);
        (Progress, SentAt, DueAt) = (sent.Progress, sent.SentAt, sent.DueAt);
        (Reason, Question, Letter, Diagnoses) = (reason, question, letter, diagnoses);
    }

    public Guid DepartmentId { get; private set; }

    public Guid SenderOrganizationId { get; private set; }

    public string Sender { get; private set; } = "";

    public string Referrer { get; private set; } = "";

    public string? GivenName { get; private set; }

    public string? FamilyName { get; private set; }

    public string? MiddleName { get; private set; }

    public string? Title { get; private set; }

    public string DisplayName { get; private set; } = "";

    public Sex Sex { get; private set; }

    public DateOnly BirthDate { get; private set; }

    /// <summary>The patient's number at the sender.</summary>
    public string SenderRecordNumber { get; private set; } = "";

    public EncryptedText? Phone { get; private set; }

    public EncryptedText Reason { get; private set; } = null!;

    public EncryptedText? Question { get; private set; }

    public EncryptedText? Letter { get; private set; }

    public EncryptedText? Diagnoses { get; private set; }

    /// <summary>The patient of the own organisation; null until registered.</summary>
    public Guid? PatientId { get; private set; }

    public DateTime? RegisteredAt { get; private set; }

    public Guid? AppointmentId { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>This is that patient of ours.</summary>
    public Result Link(Guid patientId, DateOnly birthDate, DateTime at)
    {
        if (Progress is not ReferralProgress.Accepted)
        {
            return Progress is { } progress && (!progress.IsOpen() || progress == ReferralProgress.InProgress) ? ReferralErrors.Past(progress) : ReferralErrors.NotAccepted;
        }

        if (PatientId is { } linked && linked != patientId)
        {
            return ReferralErrors.Linked;
        }

        if (birthDate != BirthDate)
        {
            return ReferralErrors.OtherBirthDate;
        }

        (PatientId, RegisteredAt) = (patientId, at);
        return Result.Ok;
    }

    /// <summary>It was another patient of ours. A visit booked for the wrong one is not its visit.</summary>
    public Result Unlink(DateTime at)
    {
        if (PatientId is null)
        {
            return ReferralErrors.NotRegistered;
        }

        if (Progress is not (ReferralProgress.Accepted or ReferralProgress.InProgress))
        {
            return ReferralErrors.Past(Progress!.Value);
        }

        var unbooked = Progress == ReferralProgress.InProgress ? Unbook(at) : Result.Ok;
        if (!unbooked.Failed)
        {
            (PatientId, RegisteredAt, AppointmentId) = (null, null, null);
        }

        return unbooked;
    }

    public void Attach(Guid appointmentId) => AppointmentId = appointmentId;

    /// <summary>The sender lets it wait.</summary>
    public Result Hold(DateTime at)
    {
        HeldAt = at;
        return Result.Ok;
    }

    public Result Resume()
    {
        HeldAt = null;
        return Result.Ok;
    }

    /// <summary>The sender took it back.</summary>
    public Result Withdraw(string reason, DateTime at) => Cancel(reason, at);
}
