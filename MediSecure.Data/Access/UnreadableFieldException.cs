using MediSecure.Data.Common;

namespace MediSecure.Data.Access;

/// <summary>An encrypted field could not be read. Names the column and the kind of damage, never content. Screens and changes turn it into <see cref="Refusal"/>.</summary>
public sealed class UnreadableFieldException(string column, string kind) : Exception($"{column} cannot be read: {kind}.")
{
    public static readonly Error Refusal = Error.Conflict("field.unreadable",
        "A protected field of this record cannot be read: it was changed outside MediSecure, or its key is gone. Nothing was changed. IT support finds it in the activity log.");
}
