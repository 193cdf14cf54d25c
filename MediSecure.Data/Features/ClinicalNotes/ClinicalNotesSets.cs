using MediSecure.Data.Features.ClinicalNotes;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Persistence;

public sealed partial class MediSecureDbContext
{
    public DbSet<ClinicalNote> ClinicalNotes => Set<ClinicalNote>();

    public DbSet<NotePart> NoteParts => Set<NotePart>();

    public DbSet<NoteAddendum> NoteAddenda => Set<NoteAddendum>();

    public DbSet<NoteReleaseRule> NoteReleaseRules => Set<NoteReleaseRule>();
}
