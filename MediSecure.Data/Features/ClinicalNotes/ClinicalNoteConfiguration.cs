using MediSecure.Data.Common;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.Staff;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MediSecure.Data.Features.ClinicalNotes;

internal sealed class ClinicalNoteConfiguration : IEntityTypeConfiguration<ClinicalNote>
{
    public void Configure(EntityTypeBuilder<ClinicalNote> builder)
    {
        builder.ToTable("ClinicalNotes", t =>
        {
            t.HasCheckConstraint("CK_ClinicalNotes_Signed", "(\"Status\" IN ('Signed', 'EnteredInError')) = (\"SignedAt\" IS NOT NULL)");
            t.HasCheckConstraint("CK_ClinicalNotes_InError",
                "(\"Status\" = 'EnteredInError') = (\"Mistake\" IS NOT NULL) AND (\"Mistake\" IS NULL OR (\"ErrorReason\" IS NOT NULL AND \"EnteredInErrorAt\" IS NOT NULL AND \"EnteredInErrorBy\" IS NOT NULL))");
            // Released at some time or held with a reason, never both; a draft is neither, nor is what is about another patient: no query of released text can find it.
            t.HasCheckConstraint("CK_ClinicalNotes_Release",
                "CASE WHEN \"Status\" = 'Signed' OR \"Mistake\" = 'Content' THEN (\"ReleaseAt\" IS NULL) <> (\"HeldReason\" IS NULL) ELSE \"ReleaseAt\" IS NULL AND \"HeldReason\" IS NULL END");
            t.HasCheckConstraint("CK_ClinicalNotes_Withdrawn", "\"WithdrawnAt\" IS NULL OR COALESCE(\"Mistake\", '') = 'WrongPatient'");
            t.HasCheckConstraint("CK_ClinicalNotes_Letter", "\"Kind\" <> 'DischargeLetter' OR \"EncounterId\" IS NOT NULL");
        });
        ConstraintErrors.Register("CK_ClinicalNotes_Letter", ClinicalNoteErrors.VisitNeeded);
        builder.HasKey(n => new { n.OrganizationId, n.Id });
        builder.BelongsToOrganization();
        builder.BelongsToPatient();
        builder.Property(n => n.EditorSession).HasMaxLength(64);
        builder.Property(n => n.HeldReason).HasMaxLength(400);
        builder.Property(n => n.ErrorReason).HasMaxLength(400);
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(n => new { n.OrganizationId, n.AuthorId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Encounter>().WithMany().HasForeignKey(n => new { n.OrganizationId, n.EncounterId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(n => new { n.OrganizationId, n.PatientId, n.StartedAt }).HasDatabaseName("IX_ClinicalNotes_Patient");
        builder.HasIndex(n => new { n.OrganizationId, n.AuthorUserId }).HasFilter("\"Status\" = 'Draft'").HasDatabaseName("IX_ClinicalNotes_Drafts");
    }
}

internal sealed class NotePartConfiguration : IEntityTypeConfiguration<NotePart>
{
    public void Configure(EntityTypeBuilder<NotePart> builder)
    {
        builder.ToTable("NoteParts");
        builder.HasKey(p => new { p.OrganizationId, p.Id });
        builder.BelongsToOrganization();
        builder.BelongsToPatient();
        builder.HasOne<ClinicalNote>().WithMany().HasForeignKey(p => new { p.OrganizationId, p.NoteId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.OrganizationId, p.NoteId, p.Heading }).IsUnique().HasDatabaseName("UX_NoteParts_Heading").Explained(Error.Busy);
        ConstraintErrors.Register("TR_NoteParts_Frozen", ClinicalNoteErrors.Signed);
    }
}

internal sealed class NoteAddendumConfiguration : IEntityTypeConfiguration<NoteAddendum>
{
    public void Configure(EntityTypeBuilder<NoteAddendum> builder)
    {
        builder.ToTable("NoteAddenda", t => t.HasCheckConstraint("CK_NoteAddenda_Release", "(\"ReleaseAt\" IS NULL) <> (\"HeldReason\" IS NULL)"));
        builder.HasKey(a => new { a.OrganizationId, a.Id });
        builder.BelongsToOrganization();
        builder.BelongsToPatient();
        builder.HasOne<ClinicalNote>().WithMany().HasForeignKey(a => new { a.OrganizationId, a.NoteId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(a => new { a.OrganizationId, a.AuthorId }).OnDelete(DeleteBehavior.Restrict);
        builder.Property(a => a.HeldReason).HasMaxLength(400);
        builder.HasIndex(a => new { a.OrganizationId, a.NoteId }).HasDatabaseName("IX_NoteAddenda_Note");
    }
}

internal sealed class NoteReleaseRuleConfiguration : IEntityTypeConfiguration<NoteReleaseRule>
{
    public void Configure(EntityTypeBuilder<NoteReleaseRule> builder)
    {
        builder.ToTable("NoteReleaseRules", t => t.HasCheckConstraint("CK_NoteReleaseRules_Days", $"\"Days\" BETWEEN 0 AND {NoteReleaseRule.MostDays}"));
        builder.HasKey(r => r.OrganizationId);
        builder.BelongsToOrganization();
    }
}
