using MediSecure.Data.Features.Certificates;

namespace MediSecure.Data.Persistence;

/// <summary>What is issued stays as it was issued; it can be revoked, once. Its text may be encrypted under another key, as notes are.</summary>
internal static class CertificateRules
{
    private static readonly string[] Columns =
        ["OrganizationId", "Id", "PatientId", "Kind", "EncounterId", "Year", "Number", "Code", "FromOn", "UntilOn", "BackdatedReason", "ShowsDiagnosis", "IssuerId", "IssuedBy", "IssuedAt"];

    private static readonly string[] Revocation = ["Status", "RevokedBy", "RevokedAt", "RevokeReason"];

    public static DatabaseRule Frozen { get; } = new("TR_Certificates_Frozen",
        $"""
        CREATE FUNCTION "FreezeCertificates"() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF TG_OP = 'UPDATE' AND {Allowed(sqlite: false)} THEN RETURN NEW; END IF;
          RAISE EXCEPTION 'TR_Certificates_Frozen';
        END $$;
        CREATE TRIGGER "TR_Certificates_Frozen" BEFORE UPDATE OR DELETE ON "Certificates" FOR EACH ROW EXECUTE FUNCTION "FreezeCertificates"();
        """,
        [
            $"""CREATE TRIGGER "TR_Certificates_Frozen_U" BEFORE UPDATE ON "Certificates" WHEN NOT ({Allowed(sqlite: true)}) BEGIN SELECT RAISE(ABORT, 'TR_Certificates_Frozen'); END""",
            """CREATE TRIGGER "TR_Certificates_Frozen_D" BEFORE DELETE ON "Certificates" BEGIN SELECT RAISE(ABORT, 'TR_Certificates_Frozen'); END""",
            """
            CREATE TRIGGER "TR_Certificates_Frozen_R" BEFORE INSERT ON "Certificates" WHEN EXISTS (SELECT 1 FROM "Certificates" c WHERE c."OrganizationId" = NEW."OrganizationId" AND (c."Id" = NEW."Id" OR c."Code" = NEW."Code" OR c."Year" = NEW."Year" AND c."Number" = NEW."Number"))
            BEGIN SELECT RAISE(ABORT, 'TR_Certificates_Frozen'); END
            """,
        ],
        CertificateErrors.Frozen);

    private static string Allowed(bool sqlite) =>
        $"{NoteRules.Same(Columns, sqlite)} AND ({NoteRules.Same(["Text"], sqlite)} OR {NoteRules.Rekeyed}) AND (OLD.\"Status\" = 'Issued' AND NEW.\"Status\" = 'Revoked' OR {NoteRules.Same(Revocation, sqlite)})";
}
