using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Vitals;

/// <summary>Why observations are refused.</summary>
public static class VitalErrors
{
    public static readonly Error Empty = Error.Invalid("vitals.empty", "Nothing was entered, so nothing was saved. Enter at least one measurement.");

    public static readonly Error InTheFuture = Error.Invalid("vitals.in-the-future", "The time of the measurement lies in the future. Enter when it was taken.", "TakenAt");

    public static readonly Error BeforeBirth = Error.Invalid("vitals.before-birth", "The time of the measurement lies before the patient was born. Enter when it was taken.", "TakenAt");

    public static readonly Error AfterDeath = Error.Conflict("vitals.after-death", "This patient is recorded as deceased before that time, so nothing was saved. Check that this is the right patient.", "TakenAt");

    public static readonly Error FlowWithoutOxygen = Error.Invalid("vitals.flow-without-oxygen", "An oxygen flow was entered, but oxygen is off. Switch it on, or clear the flow.", "OnOxygen");

    public static readonly Error GcsParts = Error.Invalid("vitals.gcs-parts", "The Glasgow coma scale needs all three parts: eyes, words and movement. Enter the missing ones, or the total alone.", "GcsTotal");

    public static readonly Error ScaleNotOrdered = Error.Invalid("vitals.scale-not-ordered",
        "SpO2 scale 2 is only for patients for whom a doctor ordered it, and nobody did, so nothing was saved. Choose scale 1, or ask a doctor to order scale 2.", "Scale");

    public static readonly Error ScaleOrdered = Error.Conflict("vitals.scale-ordered", "SpO2 scale 2 is already ordered for this patient, so nothing was changed.");

    public static readonly Error ScaleOrderEnded = Error.Conflict("vitals.scale-order-ended", "This order has already ended, so nothing was changed.");

    public static readonly Error AlreadyInError = Error.Conflict("vitals.already-in-error", "These observations are already marked as entered in error, so nothing was changed.");

    public static readonly Error NotYours = Error.Invalid("vitals.not-yours", "Only a nurse or a doctor can mark these observations as entered in error. Ask one of them.");

    public static Error PressureTurned(decimal systolic, decimal diastolic) => Error.Invalid("vitals.pressure-turned",
        $"Systolic {VitalCheck.Write(systolic)} is not above diastolic {VitalCheck.Write(diastolic)}. Check whether the two were exchanged.", "Systolic");

    public static Error GcsSum(decimal sum) => Error.Invalid("vitals.gcs-sum", $"The parts of the Glasgow coma scale add up to {VitalCheck.Write(sum)}, not to this total. Correct one of them.", "GcsTotal");
}
