using MediSecure.Data.Features.ClinicalNotes;

namespace MediSecure.Data.Persistence;

/// <summary>What is signed stays as it was signed. Only a ciphertext under another key may take the place of one (its bytes 2 to 5 name the key): rotation, not editing.</summary>
internal static class NoteRules
{
    internal const string Rekeyed = """NEW."Text" IS NOT NULL AND OLD."Text" IS NOT NULL AND substr(NEW."Text", 2, 4) <> substr(OLD."Text", 2, 4)""";

    // Everything but the text.
    private static readonly string[] PartColumns = ["OrganizationId", "Id", "PatientId", "NoteId", "Heading", "SavedAt"];
    private static readonly string[] AddendumColumns = ["OrganizationId", "Id", "PatientId", "NoteId", "AuthorId", "AuthorUserId", "WrittenAt"];

    // What never changes, and what does not once a note is signed: its release may, and that it was an error. What is about another patient does not change at all any more.
    private static readonly string[] NoteColumns = ["OrganizationId", "Id", "PatientId", "Kind", "EncounterId", "AuthorId", "AuthorUserId", "StartedAt"];
    private static readonly string[] SignedColumns = ["EditedAt", "EditorId", "EditorSession", "EditorOpenedAt", "SignedAt"];

    private const string Signed =
        """(OLD."Status" = 'Signed' AND NEW."Status" IN ('Signed', 'EnteredInError') OR OLD."Status" = 'EnteredInError' AND NEW."Status" = 'EnteredInError' AND OLD."Mistake" = 'Content')""";

    // Its release may change, its words only with their key.
    private const string SameWords = $"""(NEW."Text" = OLD."Text" OR ({Rekeyed}))""";

    public static IReadOnlyList<DatabaseRule> All { get; } =
    [
        new("TR_NoteParts_Frozen",
            $"""
            CREATE FUNCTION "FreezeNoteParts"() RETURNS trigger LANGUAGE plpgsql AS $$
            DECLARE note uuid := CASE WHEN TG_OP = 'INSERT' THEN NEW."NoteId" ELSE OLD."NoteId" END;
            DECLARE owner uuid := CASE WHEN TG_OP = 'INSERT' THEN NEW."OrganizationId" ELSE OLD."OrganizationId" END;
            BEGIN
              PERFORM 1 FROM "ClinicalNotes" n WHERE n."OrganizationId" = owner AND n."Id" = note AND n."Status" = 'Draft' FOR SHARE;
              IF FOUND AND TG_OP <> 'DELETE' THEN RETURN NEW; END IF;
              IF TG_OP = 'UPDATE' AND {Same(PartColumns)} AND {Rekeyed} THEN RETURN NEW; END IF;
              RAISE EXCEPTION 'TR_NoteParts_Frozen';
            END $$;
            CREATE TRIGGER "TR_NoteParts_Frozen" BEFORE INSERT OR UPDATE OR DELETE ON "NoteParts" FOR EACH ROW EXECUTE FUNCTION "FreezeNoteParts"();
            """,
            [
                $"""
                CREATE TRIGGER "TR_NoteParts_Frozen_I" BEFORE INSERT ON "NoteParts" WHEN NOT {IsDraft("NEW")} OR EXISTS (SELECT 1 FROM "NoteParts" p WHERE p."OrganizationId" = NEW."OrganizationId" AND p."Id" = NEW."Id")
                BEGIN SELECT RAISE(ABORT, 'TR_NoteParts_Frozen'); END
                """,
                $"""
                CREATE TRIGGER "TR_NoteParts_Frozen_U" BEFORE UPDATE ON "NoteParts" WHEN NOT {IsDraft("OLD")} AND NOT ({Same(PartColumns, sqlite: true)} AND {Rekeyed})
                BEGIN SELECT RAISE(ABORT, 'TR_NoteParts_Frozen'); END
                """,
                """CREATE TRIGGER "TR_NoteParts_Frozen_D" BEFORE DELETE ON "NoteParts" BEGIN SELECT RAISE(ABORT, 'TR_NoteParts_Frozen'); END""",
            ],
            ClinicalNoteErrors.Signed),

        new("TR_ClinicalNotes_Frozen",
            $"""
            CREATE FUNCTION "FreezeClinicalNotes"() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF TG_OP = 'UPDATE' AND {Same(NoteColumns)} AND (OLD."Status" = 'Draft' AND NEW."Status" <> 'EnteredInError'
                OR {Signed} AND {Same(SignedColumns)}) THEN RETURN NEW; END IF;
              RAISE EXCEPTION 'TR_ClinicalNotes_Frozen';
            END $$;
            CREATE TRIGGER "TR_ClinicalNotes_Frozen" BEFORE UPDATE OR DELETE ON "ClinicalNotes" FOR EACH ROW EXECUTE FUNCTION "FreezeClinicalNotes"();
            """,
            [
                $"""
                CREATE TRIGGER "TR_ClinicalNotes_Frozen_U" BEFORE UPDATE ON "ClinicalNotes" WHEN NOT ({Same(NoteColumns, sqlite: true)} AND (OLD."Status" = 'Draft' AND NEW."Status" <> 'EnteredInError'
                  OR {Signed} AND {Same(SignedColumns, sqlite: true)}))
                BEGIN SELECT RAISE(ABORT, 'TR_ClinicalNotes_Frozen'); END
                """,
                """CREATE TRIGGER "TR_ClinicalNotes_Frozen_D" BEFORE DELETE ON "ClinicalNotes" BEGIN SELECT RAISE(ABORT, 'TR_ClinicalNotes_Frozen'); END""",
                """
                CREATE TRIGGER "TR_ClinicalNotes_Frozen_R" BEFORE INSERT ON "ClinicalNotes" WHEN EXISTS (SELECT 1 FROM "ClinicalNotes" n WHERE n."OrganizationId" = NEW."OrganizationId" AND n."Id" = NEW."Id")
                BEGIN SELECT RAISE(ABORT, 'TR_ClinicalNotes_Frozen'); END
                """,
            ],
            ClinicalNoteErrors.Signed),

        new("TR_NoteAddenda_Frozen",
            $"""
            CREATE FUNCTION "FreezeNoteAddenda"() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF TG_OP = 'UPDATE' AND {Same(AddendumColumns)} AND {SameWords} THEN RETURN NEW; END IF;
              RAISE EXCEPTION 'TR_NoteAddenda_Frozen';
            END $$;
            CREATE TRIGGER "TR_NoteAddenda_Frozen" BEFORE UPDATE OR DELETE ON "NoteAddenda" FOR EACH ROW EXECUTE FUNCTION "FreezeNoteAddenda"();
            """,
            [
                $"""
                CREATE TRIGGER "TR_NoteAddenda_Frozen_U" BEFORE UPDATE ON "NoteAddenda" WHEN NOT ({Same(AddendumColumns, sqlite: true)} AND {SameWords})
                BEGIN SELECT RAISE(ABORT, 'TR_NoteAddenda_Frozen'); END
                """,
                """CREATE TRIGGER "TR_NoteAddenda_Frozen_D" BEFORE DELETE ON "NoteAddenda" BEGIN SELECT RAISE(ABORT, 'TR_NoteAddenda_Frozen'); END""",
                """
                CREATE TRIGGER "TR_NoteAddenda_Frozen_R" BEFORE INSERT ON "NoteAddenda" WHEN EXISTS (SELECT 1 FROM "NoteAddenda" a WHERE a."OrganizationId" = NEW."OrganizationId" AND a."Id" = NEW."Id")
                BEGIN SELECT RAISE(ABORT, 'TR_NoteAddenda_Frozen'); END
                """,
            ],
            ClinicalNoteErrors.Signed),
    ];

    internal static string Same(string[] columns, bool sqlite = false) =>
        string.Join(" AND ", columns.Select(c => sqlite ? $"NEW.\"{c}\" IS OLD.\"{c}\"" : $"NEW.\"{c}\" IS NOT DISTINCT FROM OLD.\"{c}\""));

    private static string IsDraft(string row) =>
        $"""EXISTS (SELECT 1 FROM "ClinicalNotes" n WHERE n."OrganizationId" = {row}."OrganizationId" AND n."Id" = {row}."NoteId" AND n."Status" = 'Draft')""";
}
