using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Vitals;

/// <summary>A doctor's order to judge SpO2 by scale 2 (target 88–92 % in hypercapnic failure): who, when, why, and until when. It holds for one stay (decision 0075). FHIR: ServiceRequest.</summary>
public sealed class SaturationScaleOrder : IPatientOwned, IVersioned
{
    private SaturationScaleOrder()
    {
    }

    public SaturationScaleOrder(Guid id, Guid organizationId, Guid patientId, string reason, DateTime orderedAt, Guid orderedBy)
    {
        Id = id;
        OrganizationId = organizationId;
        PatientId = patientId;
        Reason = reason;
        OrderedAt = orderedAt;
        OrderedBy = orderedBy;
    }

    public Guid OrganizationId { get; private set; }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public string Reason { get; private set; } = "";

    public DateTime OrderedAt { get; private set; }

    public Guid OrderedBy { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public Guid? EndedBy { get; private set; }

    /// <summary>It ended because the stay did, and not because a doctor said so: the next stay asks again, and says that this one had it.</summary>
    public bool Lapsed { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>Ends with the stay for which it was given.</summary>
    public Result Lapse(DateTime at, Guid by)
    {
        var ended = End(at, by);
        Lapsed |= !ended.Failed;
        return ended;
    }

    /// <summary>The patient had not left after all: what lapsed with that departure holds on.</summary>
    public bool GoOn(DateTime leftAt)
    {
        if (!Lapsed || EndedAt != leftAt)
        {
            return false;
        }

        (EndedAt, EndedBy, Lapsed) = (null, null, false);
        return true;
    }

    public Result End(DateTime at, Guid by)
    {
        if (EndedAt is not null)
        {
            return VitalErrors.ScaleOrderEnded;
        }

        (EndedAt, EndedBy) = (at, by);
        return Result.Ok;
    }
}
