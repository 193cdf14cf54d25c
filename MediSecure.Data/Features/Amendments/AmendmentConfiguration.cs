using MediSecure.Data.Common;
using MediSecure.Data.Features.Accounts;
using MediSecure.Data.Features.Allergies;
using MediSecure.Data.Features.ClinicalNotes;
using MediSecure.Data.Features.Encounters;
using MediSecure.Data.Features.Problems;
using MediSecure.Data.Features.Staff;
using MediSecure.Data.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MediSecure.Data.Features.Amendments;

internal sealed class AmendmentConfiguration : IEntityTypeConfiguration<AmendmentRequest>
{
    private const string Open = "\"Status\" IN ('Requested', 'InReview')";

    public void Configure(EntityTypeBuilder<AmendmentRequest> builder)
    {
        builder.ToTable("AmendmentRequests", t =>
        {
            t.HasCheckConstraint("CK_AmendmentRequests_Item",
                "(\"Item\" = 'Note') = (\"NoteId\" IS NOT NULL) AND (\"Item\" = 'Allergy') = (\"AllergyId\" IS NOT NULL) AND (\"Item\" = 'Problem') = (\"ProblemId\" IS NOT NULL) AND (\"Item\" = 'Diagnosis') = (\"DiagnosisId\" IS NOT NULL) AND (\"Item\" = 'Note') = (\"AuthorId\" IS NOT NULL)");
            t.HasCheckConstraint("CK_AmendmentRequests_ItemId", "\"ItemId\" = COALESCE(\"NoteId\", \"AllergyId\", \"ProblemId\", \"DiagnosisId\", \"PatientId\")");
            t.HasCheckConstraint("CK_AmendmentRequests_Answered", "(\"Status\" IN ('Accepted', 'Refused')) = (\"AnsweredAt\" IS NOT NULL) AND (\"AnsweredAt\" IS NULL) = (\"AnsweredBy\" IS NULL)");
            t.HasCheckConstraint("CK_AmendmentRequests_Refused", "(\"Status\" = 'Refused') = (\"Ground\" IS NOT NULL) AND (\"Status\" <> 'Refused' OR \"Answer\" IS NOT NULL)");
            t.HasCheckConstraint("CK_AmendmentRequests_Accepted",
                "(\"Status\" = 'Accepted' AND \"Item\" = 'Note') = (\"AddendumId\" IS NOT NULL) AND (\"Status\" = 'Accepted' AND \"Item\" = 'Allergy') = (\"CorrectedAllergyId\" IS NOT NULL) AND (\"Status\" = 'Accepted' AND \"Item\" = 'Problem') = (\"CorrectedProblemId\" IS NOT NULL) AND (\"Status\" = 'Accepted' AND \"Item\" = 'Diagnosis') = (\"CorrectedDiagnosisId\" IS NOT NULL)");
            t.HasCheckConstraint("CK_AmendmentRequests_Statement", "(\"Statement\" IS NULL) = (\"StatementAt\" IS NULL) AND (\"Statement\" IS NULL OR \"Status\" = 'Refused')");
            t.HasCheckConstraint("CK_AmendmentRequests_Withdrawn", "(\"Status\" = 'Withdrawn') = (\"WithdrawnAt\" IS NOT NULL)");
        });
        builder.HasKey(r => new { r.OrganizationId, r.Id });
        builder.BelongsToOrganization();
        builder.BelongsToPatient();
        builder.HasOne<ClinicalNote>().WithMany().HasForeignKey(r => new { r.OrganizationId, r.NoteId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Allergy>().WithMany().HasForeignKey(r => new { r.OrganizationId, r.AllergyId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<HealthProblem>().WithMany().HasForeignKey(r => new { r.OrganizationId, r.ProblemId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<EncounterDiagnosis>().WithMany().HasForeignKey(r => new { r.OrganizationId, r.DiagnosisId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<NoteAddendum>().WithMany().HasForeignKey(r => new { r.OrganizationId, r.AddendumId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Allergy>().WithMany().HasForeignKey(r => new { r.OrganizationId, r.CorrectedAllergyId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<HealthProblem>().WithMany().HasForeignKey(r => new { r.OrganizationId, r.CorrectedProblemId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<EncounterDiagnosis>().WithMany().HasForeignKey(r => new { r.OrganizationId, r.CorrectedDiagnosisId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(r => new { r.OrganizationId, r.AuthorId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(r => r.RequestedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(r => r.ReviewedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AppUser>().WithMany().HasForeignKey(r => r.AnsweredBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.OrganizationId, r.PatientId, r.ItemId }).IsUnique().HasFilter(Open).HasDatabaseName("UX_AmendmentRequests_Open").Explained(AmendmentErrors.OpenAlready);
        builder.HasIndex(r => new { r.OrganizationId, r.DueOn }).HasFilter(Open).HasDatabaseName("IX_AmendmentRequests_Due");
        builder.HasIndex(r => new { r.OrganizationId, r.PatientId, r.RequestedAt }).HasDatabaseName("IX_AmendmentRequests_Patient");
    }
}
