using MediSecure.Data.Features.Mails;
using Microsoft.EntityFrameworkCore;

namespace MediSecure.Data.Persistence;

public sealed partial class MediSecureDbContext
{
    public DbSet<OutgoingMail> OutgoingMails => Set<OutgoingMail>();
}
