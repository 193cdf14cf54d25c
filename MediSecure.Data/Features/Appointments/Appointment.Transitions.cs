using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Appointments;

/// <summary>The life of an appointment. Each method refuses with a reason and then has changed nothing.</summary>
public sealed partial class Appointment
{
    public TimeSlot Slot => new(StartsAt, EndsAt);

    /// <summary>Keeps the time for the person who fills in the form; only for a row made as held.</summary>
    public void Hold(DateTime until) => HeldUntil = Status == AppointmentStatus.Held ? until : throw new InvalidOperationException("Only a held time has an end.");

    /// <summary>A hold, an offer or a place on the waitlist becomes a booking.</summary>
    public Result Book(DateTime at)
    {
        if (Refuse(AppointmentAction.Book) is { } refusal)
        {
            return refusal;
        }

        if (StartsAt <= at)
        {
            return AppointmentErrors.Past;
        }

        if (HeldUntil <= at)
        {
            return AppointmentErrors.HoldExpired;
        }

        Status = AppointmentStatus.Booked;
        HeldUntil = null;
        return Result.Ok;
    }

    /// <summary>The patient is in the house.</summary>
    public Result Arrive(DateTime at)
    {
        if ((Refuse(AppointmentAction.Arrive) ?? RefuseOutsideCheckIn(at)) is { } refusal)
        {
            return refusal;
        }

        Status = AppointmentStatus.Arrived;
        ArrivedAt = at;
        return Result.Ok;
    }

    /// <summary>Identity is confirmed; the patient waits for the clinician in <paramref name="encounterId"/>.</summary>
    public Result CheckIn(Guid encounterId, DateTime at)
    {
        if ((Refuse(AppointmentAction.CheckIn) ?? (Status == AppointmentStatus.Booked ? RefuseOutsideCheckIn(at) : null)) is { } refusal)
        {
            return refusal;
        }

        Status = AppointmentStatus.CheckedIn;
        ArrivedAt ??= at;
        CheckedInAt = at;
        EncounterId = encounterId;
        return Result.Ok;
    }

    /// <summary>Whether the clinician may begin; the state of the visit itself is the encounter's.</summary>
    public Result Start() => Refuse(AppointmentAction.Start) ?? Result.Ok;

    public Result Fulfil()
    {
        if (Refuse(AppointmentAction.Fulfil) is { } refusal)
        {
            return refusal;
        }

        Status = AppointmentStatus.Fulfilled;
        return Result.Ok;
    }

    /// <summary>Gives the time back.</summary>
    /// <param name="reason">Why; never empty.</param>
    /// <param name="at">Now.</param>
    /// <param name="patientCutOffHours">Hours before the start until which the patient may; null when staff cancel.</param>
    public Result Cancel(string reason, DateTime at, int? patientCutOffHours = null) => End(AppointmentAction.Cancel, reason, at, patientCutOffHours);

    /// <summary>Gives the time back because another booking takes its place.</summary>
    public Result MoveAway(string reason, DateTime at, int? patientCutOffHours = null) => End(AppointmentAction.Reschedule, reason, at, patientCutOffHours);

    /// <summary>This booking stands in the place of <paramref name="previousId"/>.</summary>
    public void Replace(Guid previousId) => RescheduledFromId = previousId;

    /// <summary>The patient did not come.</summary>
    public Result MarkNoShow(DateTime at)
    {
        if (Refuse(AppointmentAction.MarkNoShow) is { } refusal)
        {
            return refusal;
        }

        if (at < StartsAt + AppointmentRules.NoShowGrace)
        {
            return AppointmentErrors.NoShowTooEarly;
        }

        Status = AppointmentStatus.NoShow;
        return Result.Ok;
    }

    /// <summary>The patient came after all, on the same local day.</summary>
    public Result UndoNoShow(DateTime at, TimeZoneInfo zone)
    {
        if (Refuse(AppointmentAction.UndoNoShow) is { } refusal)
        {
            return refusal;
        }

        if (LocalDay.Of(zone, at) != LocalDay.Of(zone, StartsAt))
        {
            return AppointmentErrors.NoShowIsFinal;
        }

        Status = AppointmentStatus.Arrived;
        ArrivedAt = at;
        return Result.Ok;
    }

    /// <summary>Recorded by mistake; hidden from normal views, kept in the history.</summary>
    public Result EnterInError(string reason, DateTime at)
    {
        if (Refuse(AppointmentAction.EnterInError) is { } refusal)
        {
            return refusal;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return AppointmentErrors.ReasonNeeded;
        }

        Status = AppointmentStatus.EnteredInError;
        HeldUntil = null;
        CancelReason = reason;
        CancelledAt ??= at;
        return Result.Ok;
    }

    private Result End(AppointmentAction action, string reason, DateTime at, int? patientCutOffHours)
    {
        if (Refuse(action) is { } refusal)
        {
            return refusal;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return AppointmentErrors.ReasonNeeded;
        }

        if (patientCutOffHours is { } hours && at > StartsAt.AddHours(-hours))
        {
            return AppointmentErrors.TooLateForPatient(hours);
        }

        Status = AppointmentStatus.Cancelled;
        CancelReason = reason;
        CancelledAt = at;
        return Result.Ok;
    }

    private Error? Refuse(AppointmentAction action) => Status.Allows(action) ? null : AppointmentErrors.NotIn(Status, action);

    private Error? RefuseOutsideCheckIn(DateTime at) =>
        at < StartsAt - AppointmentRules.CheckInOpens ? AppointmentErrors.CheckInNotOpen
        : at > EndsAt + AppointmentRules.CheckInCloses ? AppointmentErrors.CheckInOver
        : null;
}
