using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace MediSecure.Data.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:PostgresExtension:btree_gin", ",,")
                .Annotation("Npgsql:PostgresExtension:btree_gist", ",,")
                .Annotation("Npgsql:PostgresExtension:pg_trgm", ",,");

            migrationBuilder.CreateTable(
                name: "AuditCheckpoints",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Signature = table.Column<byte[]>(type: "bytea", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditCheckpoints", x => new { x.OrganizationId, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "AuditEvents",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EventCode = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Action = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Outcome = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    ActorUserId = table.Column<Guid>(type: "uuid", nullable: true),
                    ActorRoles = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    OnBehalfOf = table.Column<Guid>(type: "uuid", nullable: true),
                    SessionHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Address = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    TraceId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Purpose = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: true),
                    EntityType = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    EntityId = table.Column<Guid>(type: "uuid", nullable: true),
                    EntityVersion = table.Column<Guid>(type: "uuid", nullable: true),
                    Changes = table.Column<string>(type: "character varying(32000)", maxLength: 32000, nullable: true),
                    Reason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Node = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    AppVersion = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Mac = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEvents", x => new { x.OrganizationId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "AuditSeals",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    EventId = table.Column<Guid>(type: "uuid", nullable: false),
                    Previous = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    SealedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditSeals", x => new { x.OrganizationId, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "ClinicianBusy",
                columns: table => new
                {
                    AppointmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    StartsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClinicianBusy", x => x.AppointmentId);
                });

            migrationBuilder.CreateTable(
                name: "DatabaseMarks",
                columns: table => new
                {
                    Key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DatabaseMarks", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    FriendlyName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Xml = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DiagnosisCodes",
                columns: table => new
                {
                    Code = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false, collation: "C"),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    SearchCode = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false, collation: "C"),
                    SearchTitle = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    IsBillable = table.Column<bool>(type: "boolean", nullable: false),
                    IsRetired = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DiagnosisCodes", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "Organizations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ParentId = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Type = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    TimeZone = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    RecordNumberPrefix = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    Country = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    PatientCancelHours = table.Column<int>(type: "integer", nullable: false),
                    CareDaysAfterVisit = table.Column<int>(type: "integer", nullable: false),
                    CareDaysAfterStay = table.Column<int>(type: "integer", nullable: false),
                    EmergencyMinutes = table.Column<int>(type: "integer", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Organizations", x => x.Id);
                    table.CheckConstraint("CK_Organizations_Care", "\"CareDaysAfterVisit\" BETWEEN 0 AND 365 AND \"CareDaysAfterStay\" BETWEEN 0 AND 365 AND \"EmergencyMinutes\" BETWEEN 5 AND 60");
                    table.CheckConstraint("CK_Organizations_NotOwnParent", "\"ParentId\" IS NULL OR \"ParentId\" <> \"Id\"");
                    table.ForeignKey(
                        name: "FK_Organizations_Organizations_ParentId",
                        column: x => x.ParentId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OutgoingMails",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    QueuedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DueAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    SentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    GivenUpAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Problem = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Sealed = table.Column<string>(type: "character varying(40000)", maxLength: 40000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutgoingMails", x => new { x.OrganizationId, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "Users",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DisabledAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AuthenticatorKey = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: true),
                    AuthenticatorAddedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LastCodeStep = table.Column<long>(type: "bigint", nullable: true),
                    UserName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    PasswordHash = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: true),
                    SecurityStamp = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    PhoneNumber = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    LockoutEnd = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Users", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CertificateCounters",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CertificateCounters", x => new { x.OrganizationId, x.Year });
                    table.ForeignKey(
                        name: "FK_CertificateCounters_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Departments",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Specialty = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    TakesReferrals = table.Column<bool>(type: "boolean", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ClosedReason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Departments", x => new { x.OrganizationId, x.Id });
                    table.ForeignKey(
                        name: "FK_Departments_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NoteReleaseRules",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Days = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoteReleaseRules", x => x.OrganizationId);
                    table.CheckConstraint("CK_NoteReleaseRules_Days", "\"Days\" BETWEEN 0 AND 90");
                    table.ForeignKey(
                        name: "FK_NoteReleaseRules_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OrganizationKeys",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    KeyId = table.Column<int>(type: "integer", nullable: false),
                    Purpose = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Wrapped = table.Column<byte[]>(type: "bytea", maxLength: 60, nullable: true),
                    MasterId = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrganizationKeys", x => new { x.OrganizationId, x.KeyId });
                    table.CheckConstraint("CK_OrganizationKeys_Destroyed", "(\"State\" = 'Destroyed') = (\"Wrapped\" IS NULL)");
                    table.ForeignKey(
                        name: "FK_OrganizationKeys_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RecordNumberCounters",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Last = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecordNumberCounters", x => x.OrganizationId);
                    table.ForeignKey(
                        name: "FK_RecordNumberCounters_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AdministratorProposals",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    ProposedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    ProposedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Outcome = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AdministratorProposals", x => new { x.OrganizationId, x.Id });
                    table.CheckConstraint("CK_AdministratorProposals_AnotherPerson", "\"Outcome\" IS NULL OR (\"DecidedBy\" IS NOT NULL AND (\"Outcome\" <> 'Confirmed' OR (\"DecidedBy\" <> \"ProposedBy\" AND \"DecidedBy\" <> \"UserId\")))");
                    table.ForeignKey(
                        name: "FK_AdministratorProposals_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AdministratorProposals_Users_DecidedBy",
                        column: x => x.DecidedBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AdministratorProposals_Users_ProposedBy",
                        column: x => x.ProposedBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AdministratorProposals_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OrganizationMemberships",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    GrantedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    PrivacyOfficerFromAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrganizationMemberships", x => new { x.OrganizationId, x.Id });
                    table.ForeignKey(
                        name: "FK_OrganizationMemberships_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OrganizationMemberships_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Patients",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordNumber = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    Title = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    GivenName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    MiddleName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    FamilyName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    DisplayName = table.Column<string>(type: "character varying(650)", maxLength: 650, nullable: false),
                    SearchName = table.Column<string>(type: "character varying(650)", maxLength: 650, nullable: false, collation: "C"),
                    Sex = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    BirthDate = table.Column<DateOnly>(type: "date", nullable: false),
                    Phone = table.Column<byte[]>(type: "bytea", nullable: true),
                    PhoneIndex = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: true),
                    Email = table.Column<byte[]>(type: "bytea", nullable: true),
                    Address = table.Column<byte[]>(type: "bytea", nullable: true),
                    NextOfKinName = table.Column<byte[]>(type: "bytea", nullable: true),
                    NextOfKinPhone = table.Column<byte[]>(type: "bytea", nullable: true),
                    NationalId = table.Column<byte[]>(type: "bytea", nullable: true),
                    NationalIdIndex = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: true),
                    UserId = table.Column<Guid>(type: "uuid", nullable: true),
                    RegisteredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DeceasedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Restriction = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    RestrictedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    RestrictedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Patients", x => new { x.OrganizationId, x.Id });
                    table.CheckConstraint("CK_Patients_Named", "\"GivenName\" IS NOT NULL OR \"FamilyName\" IS NOT NULL");
                    table.CheckConstraint("CK_Patients_Restricted", "(\"Restriction\" IS NULL) = (\"RestrictedAt\" IS NULL) AND (\"Restriction\" IS NULL) = (\"RestrictedBy\" IS NULL)");
                    table.ForeignKey(
                        name: "FK_Patients_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Patients_Users_RestrictedBy",
                        column: x => x.RestrictedBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Patients_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RecoveryCodes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Mac = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    UsedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecoveryCodes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecoveryCodes_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StaffMembers",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    SearchName = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    Specialty = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    LicenceNumber = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    LicenceExpiresOn = table.Column<DateOnly>(type: "date", nullable: true),
                    IsBookable = table.Column<bool>(type: "boolean", nullable: false),
                    LeftAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaffMembers", x => new { x.OrganizationId, x.Id });
                    table.ForeignKey(
                        name: "FK_StaffMembers_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StaffMembers_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "UserClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    ClaimType = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    ClaimValue = table.Column<string>(type: "character varying(1024)", maxLength: 1024, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_UserClaims_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "UserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    ProviderKey = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_UserLogins_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "UserPasskeys",
                columns: table => new
                {
                    CredentialId = table.Column<byte[]>(type: "bytea", maxLength: 1024, nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Data = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserPasskeys", x => x.CredentialId);
                    table.ForeignKey(
                        name: "FK_UserPasskeys_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "UserSessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SeenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndedBecause = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    Address = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Agent = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    SecondFactor = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserSessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_UserSessions_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "UserTokens",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    LoginProvider = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    Name = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    Value = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_UserTokens_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Wards",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DepartmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ClosedReason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Wards", x => new { x.OrganizationId, x.Id });
                    table.ForeignKey(
                        name: "FK_Wards_Departments_OrganizationId_DepartmentId",
                        columns: x => new { x.OrganizationId, x.DepartmentId },
                        principalTable: "Departments",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Wards_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ActivityReviews",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    ConcernsUserId = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: true),
                    OccurredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ReviewedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    ReviewedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ActivityReviews", x => new { x.OrganizationId, x.Id });
                    table.CheckConstraint("CK_ActivityReviews_AnotherPerson", "\"ReviewedBy\" <> \"ConcernsUserId\"");
                    table.ForeignKey(
                        name: "FK_ActivityReviews_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ActivityReviews_Patients_OrganizationId_PatientId",
                        columns: x => new { x.OrganizationId, x.PatientId },
                        principalTable: "Patients",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ActivityReviews_Users_ConcernsUserId",
                        column: x => x.ConcernsUserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ActivityReviews_Users_ReviewedBy",
                        column: x => x.ReviewedBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Allergies",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    Substance = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    SubstanceClass = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    Category = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Type = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Reaction = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    ReactionNote = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Severity = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Criticality = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    OnsetYear = table.Column<int>(type: "integer", nullable: true),
                    ClinicalStatus = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Verification = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ErrorReason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    EnteredInErrorBy = table.Column<Guid>(type: "uuid", nullable: true),
                    EnteredInErrorAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Allergies", x => new { x.OrganizationId, x.Id });
                    table.CheckConstraint("CK_Allergies_ErrorHasReason", "(\"Verification\" = 'EnteredInError') = (\"ErrorReason\" IS NOT NULL)");
                    table.CheckConstraint("CK_Allergies_RefutedIsNotActive", "\"Verification\" <> 'Refuted' OR \"ClinicalStatus\" <> 'Active'");
                    table.ForeignKey(
                        name: "FK_Allergies_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Allergies_Patients_OrganizationId_PatientId",
                        columns: x => new { x.OrganizationId, x.PatientId },
                        principalTable: "Patients",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Allergies_Users_EnteredInErrorBy",
                        column: x => x.EnteredInErrorBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Allergies_Users_RecordedBy",
                        column: x => x.RecordedBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CareProxies",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    CarerName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Relationship = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    StartsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    GrantedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    GrantedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    GrantReason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    CarerUserId = table.Column<Guid>(type: "uuid", nullable: true),
                    AcceptedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    RevokedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    RevokedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    RevokeReason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CareProxies", x => new { x.OrganizationId, x.Id });
                    table.CheckConstraint("CK_CareProxies_Accepted", "(\"CarerUserId\" IS NULL) = (\"AcceptedAt\" IS NULL)");
                    table.CheckConstraint("CK_CareProxies_Period", "\"EndsAt\" > \"StartsAt\"");
                    table.CheckConstraint("CK_CareProxies_Revoked", "(\"RevokedAt\" IS NULL) = (\"RevokedBy\" IS NULL)");
                    table.ForeignKey(
                        name: "FK_CareProxies_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CareProxies_Patients_OrganizationId_PatientId",
                        columns: x => new { x.OrganizationId, x.PatientId },
                        principalTable: "Patients",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CareProxies_Users_CarerUserId",
                        column: x => x.CarerUserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CareProxies_Users_GrantedBy",
                        column: x => x.GrantedBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CareProxies_Users_RevokedBy",
                        column: x => x.RevokedBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DeathRecords",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    DiedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Code = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: true, collation: "C"),
                    Cause = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    CertifiedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ErrorReason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    EnteredInErrorBy = table.Column<Guid>(type: "uuid", nullable: true),
                    EnteredInErrorAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeathRecords", x => new { x.OrganizationId, x.Id });
                    table.CheckConstraint("CK_DeathRecords_ErrorHasReason", "(\"EnteredInErrorAt\" IS NULL) = (\"ErrorReason\" IS NULL)");
                    table.ForeignKey(
                        name: "FK_DeathRecords_DiagnosisCodes_Code",
                        column: x => x.Code,
                        principalTable: "DiagnosisCodes",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DeathRecords_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DeathRecords_Patients_OrganizationId_PatientId",
                        columns: x => new { x.OrganizationId, x.PatientId },
                        principalTable: "Patients",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DeathRecords_Users_CertifiedBy",
                        column: x => x.CertifiedBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DeathRecords_Users_EnteredInErrorBy",
                        column: x => x.EnteredInErrorBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EmergencyGrants",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Reason = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Explanation = table.Column<byte[]>(type: "bytea", nullable: true),
                    ConfirmedBy = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    GrantedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReviewedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ReviewedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Outcome = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    ReviewNote = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    OverdueToldAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EmergencyGrants", x => new { x.OrganizationId, x.Id });
                    table.CheckConstraint("CK_EmergencyGrants_Limit", "\"ExpiresAt\" <= \"GrantedAt\" + interval '60 minutes'");
                    table.CheckConstraint("CK_EmergencyGrants_OtherReviewer", "\"ReviewedBy\" IS NULL OR \"ReviewedBy\" <> \"UserId\"");
                    table.CheckConstraint("CK_EmergencyGrants_Period", "\"ExpiresAt\" > \"GrantedAt\" AND (\"EndedAt\" IS NULL OR (\"EndedAt\" >= \"GrantedAt\" AND \"EndedAt\" <= \"ExpiresAt\"))");
                    table.CheckConstraint("CK_EmergencyGrants_Reviewed", "(\"ReviewedBy\" IS NULL) = (\"ReviewedAt\" IS NULL) AND (\"ReviewedBy\" IS NULL) = (\"Outcome\" IS NULL)");
                    table.ForeignKey(
                        name: "FK_EmergencyGrants_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EmergencyGrants_Patients_OrganizationId_PatientId",
                        columns: x => new { x.OrganizationId, x.PatientId },
                        principalTable: "Patients",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EmergencyGrants_Users_ReviewedBy",
                        column: x => x.ReviewedBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EmergencyGrants_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FamilyConditions",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Relation = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Condition = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    OnsetAge = table.Column<int>(type: "integer", nullable: true),
                    DiedOfIt = table.Column<bool>(type: "boolean", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    Note = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ErrorReason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    EnteredInErrorBy = table.Column<Guid>(type: "uuid", nullable: true),
                    EnteredInErrorAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FamilyConditions", x => new { x.OrganizationId, x.Id });
                    table.CheckConstraint("CK_FamilyConditions_ErrorHasReason", "(\"EnteredInErrorAt\" IS NULL) = (\"ErrorReason\" IS NULL)");
                    table.ForeignKey(
                        name: "FK_FamilyConditions_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FamilyConditions_Patients_OrganizationId_PatientId",
                        columns: x => new { x.OrganizationId, x.PatientId },
                        principalTable: "Patients",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FamilyConditions_Users_EnteredInErrorBy",
                        column: x => x.EnteredInErrorBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FamilyConditions_Users_RecordedBy",
                        column: x => x.RecordedBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FluidEntries",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Millilitres = table.Column<int>(type: "integer", nullable: false),
                    Note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    TakenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    EnteredInErrorAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EnteredInErrorBy = table.Column<Guid>(type: "uuid", nullable: true),
                    EnteredInErrorReason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FluidEntries", x => new { x.OrganizationId, x.Id });
                    table.CheckConstraint("CK_FluidEntries_Amount", "\"Millilitres\" >= 0");
                    table.CheckConstraint("CK_FluidEntries_ErrorHasReason", "(\"EnteredInErrorAt\" IS NULL) = (\"EnteredInErrorReason\" IS NULL)");
                    table.ForeignKey(
                        name: "FK_FluidEntries_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FluidEntries_Patients_OrganizationId_PatientId",
                        columns: x => new { x.OrganizationId, x.PatientId },
                        principalTable: "Patients",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_FluidEntries_Users_RecordedBy",
                        column: x => x.RecordedBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "HealthProblems",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Code = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: true, collation: "C"),
                    ClinicalStatus = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Verification = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Severity = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    OnsetOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AbatedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ErrorReason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    EnteredInErrorBy = table.Column<Guid>(type: "uuid", nullable: true),
                    EnteredInErrorAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HealthProblems", x => new { x.OrganizationId, x.Id });
                    table.CheckConstraint("CK_HealthProblems_EndHasDay", "(\"ClinicalStatus\" IN ('Remission', 'Resolved')) = (\"AbatedOn\" IS NOT NULL)");
                    table.CheckConstraint("CK_HealthProblems_ErrorHasReason", "(\"Verification\" = 'EnteredInError') = (\"ErrorReason\" IS NOT NULL)");
                    table.CheckConstraint("CK_HealthProblems_Period", "\"AbatedOn\" IS NULL OR \"OnsetOn\" IS NULL OR \"AbatedOn\" >= \"OnsetOn\"");
                    table.ForeignKey(
                        name: "FK_HealthProblems_DiagnosisCodes_Code",
                        column: x => x.Code,
                        principalTable: "DiagnosisCodes",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_HealthProblems_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_HealthProblems_Patients_OrganizationId_PatientId",
                        columns: x => new { x.OrganizationId, x.PatientId },
                        principalTable: "Patients",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_HealthProblems_Users_EnteredInErrorBy",
                        column: x => x.EnteredInErrorBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_HealthProblems_Users_RecordedBy",
                        column: x => x.RecordedBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Immunisations",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Vaccine = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    GivenOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Dose = table.Column<int>(type: "integer", nullable: true),
                    Lot = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    Note = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ErrorReason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    EnteredInErrorBy = table.Column<Guid>(type: "uuid", nullable: true),
                    EnteredInErrorAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Immunisations", x => new { x.OrganizationId, x.Id });
                    table.CheckConstraint("CK_Immunisations_ErrorHasReason", "(\"EnteredInErrorAt\" IS NULL) = (\"ErrorReason\" IS NULL)");
                    table.ForeignKey(
                        name: "FK_Immunisations_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Immunisations_Patients_OrganizationId_PatientId",
                        columns: x => new { x.OrganizationId, x.PatientId },
                        principalTable: "Patients",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Immunisations_Users_EnteredInErrorBy",
                        column: x => x.EnteredInErrorBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Immunisations_Users_RecordedBy",
                        column: x => x.RecordedBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NoKnownAllergies",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    StatedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    StatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    WithdrawnReason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoKnownAllergies", x => new { x.OrganizationId, x.Id });
                    table.CheckConstraint("CK_NoKnownAllergies_Period", "\"EndedAt\" IS NULL OR \"EndedAt\" >= \"StatedAt\"");
                    table.ForeignKey(
                        name: "FK_NoKnownAllergies_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NoKnownAllergies_Patients_OrganizationId_PatientId",
                        columns: x => new { x.OrganizationId, x.PatientId },
                        principalTable: "Patients",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NoKnownAllergies_Users_EndedBy",
                        column: x => x.EndedBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NoKnownAllergies_Users_StatedBy",
                        column: x => x.StatedBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PastProcedures",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    DoneOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    Note = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ErrorReason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    EnteredInErrorBy = table.Column<Guid>(type: "uuid", nullable: true),
                    EnteredInErrorAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PastProcedures", x => new { x.OrganizationId, x.Id });
                    table.CheckConstraint("CK_PastProcedures_ErrorHasReason", "(\"EnteredInErrorAt\" IS NULL) = (\"ErrorReason\" IS NULL)");
                    table.ForeignKey(
                        name: "FK_PastProcedures_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PastProcedures_Patients_OrganizationId_PatientId",
                        columns: x => new { x.OrganizationId, x.PatientId },
                        principalTable: "Patients",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PastProcedures_Users_EnteredInErrorBy",
                        column: x => x.EnteredInErrorBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PastProcedures_Users_RecordedBy",
                        column: x => x.RecordedBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PatientSearchWords",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    Word = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PatientSearchWords", x => new { x.OrganizationId, x.Word, x.PatientId });
                    table.ForeignKey(
                        name: "FK_PatientSearchWords_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PatientSearchWords_Patients_OrganizationId_PatientId",
                        columns: x => new { x.OrganizationId, x.PatientId },
                        principalTable: "Patients",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Pregnancies",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Outcome = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    Note = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ErrorReason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    EnteredInErrorBy = table.Column<Guid>(type: "uuid", nullable: true),
                    EnteredInErrorAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Pregnancies", x => new { x.OrganizationId, x.Id });
                    table.CheckConstraint("CK_Pregnancies_ErrorHasReason", "(\"EnteredInErrorAt\" IS NULL) = (\"ErrorReason\" IS NULL)");
                    table.ForeignKey(
                        name: "FK_Pregnancies_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Pregnancies_Patients_OrganizationId_PatientId",
                        columns: x => new { x.OrganizationId, x.PatientId },
                        principalTable: "Patients",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Pregnancies_Users_EnteredInErrorBy",
                        column: x => x.EnteredInErrorBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Pregnancies_Users_RecordedBy",
                        column: x => x.RecordedBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SaturationScaleOrders",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    Reason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    OrderedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    OrderedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    Lapsed = table.Column<bool>(type: "boolean", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SaturationScaleOrders", x => new { x.OrganizationId, x.Id });
                    table.CheckConstraint("CK_SaturationScaleOrders_Lapsed", "NOT \"Lapsed\" OR \"EndedAt\" IS NOT NULL");
                    table.ForeignKey(
                        name: "FK_SaturationScaleOrders_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SaturationScaleOrders_Patients_OrganizationId_PatientId",
                        columns: x => new { x.OrganizationId, x.PatientId },
                        principalTable: "Patients",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SaturationScaleOrders_Users_OrderedBy",
                        column: x => x.OrderedBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SocialHistories",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Smoking = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    PackYears = table.Column<int>(type: "integer", nullable: true),
                    Alcohol = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Occupation = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Living = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    Note = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ErrorReason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    EnteredInErrorBy = table.Column<Guid>(type: "uuid", nullable: true),
                    EnteredInErrorAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SocialHistories", x => new { x.OrganizationId, x.Id });
                    table.CheckConstraint("CK_SocialHistories_ErrorHasReason", "(\"EnteredInErrorAt\" IS NULL) = (\"ErrorReason\" IS NULL)");
                    table.ForeignKey(
                        name: "FK_SocialHistories_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SocialHistories_Patients_OrganizationId_PatientId",
                        columns: x => new { x.OrganizationId, x.PatientId },
                        principalTable: "Patients",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SocialHistories_Users_EnteredInErrorBy",
                        column: x => x.EnteredInErrorBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SocialHistories_Users_RecordedBy",
                        column: x => x.RecordedBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Absences",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ClinicianId = table.Column<Guid>(type: "uuid", nullable: false),
                    StartsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Absences", x => new { x.OrganizationId, x.Id });
                    table.CheckConstraint("CK_Absences_Period", "\"EndsAt\" > \"StartsAt\"");
                    table.ForeignKey(
                        name: "FK_Absences_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Absences_StaffMembers_OrganizationId_ClinicianId",
                        columns: x => new { x.OrganizationId, x.ClinicianId },
                        principalTable: "StaffMembers",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CarePlans",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    FollowUpOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ResponsibleId = table.Column<Guid>(type: "uuid", nullable: false),
                    InCare = table.Column<bool>(type: "boolean", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    StatusReason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CarePlans", x => new { x.OrganizationId, x.Id });
                    table.CheckConstraint("CK_CarePlans_Ended", "(\"Status\" IN ('Completed', 'Revoked')) = (\"EndedAt\" IS NOT NULL) AND (\"EndedAt\" IS NULL) = (\"EndsOn\" IS NULL)");
                    table.CheckConstraint("CK_CarePlans_HasReason", "(\"Status\" IN ('OnHold', 'Revoked')) = (\"StatusReason\" IS NOT NULL)");
                    table.CheckConstraint("CK_CarePlans_Started", "(\"Status\" NOT IN ('Active', 'OnHold', 'Completed') OR \"StartsOn\" IS NOT NULL) AND (\"Status\" <> 'Draft' OR \"StartsOn\" IS NULL)");
                    table.ForeignKey(
                        name: "FK_CarePlans_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CarePlans_Patients_OrganizationId_PatientId",
                        columns: x => new { x.OrganizationId, x.PatientId },
                        principalTable: "Patients",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CarePlans_StaffMembers_OrganizationId_ResponsibleId",
                        columns: x => new { x.OrganizationId, x.ResponsibleId },
                        principalTable: "StaffMembers",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CarePlans_Users_CreatedBy",
                        column: x => x.CreatedBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Consents",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    Scope = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    StaffMemberId = table.Column<Guid>(type: "uuid", nullable: true),
                    DepartmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    StartsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    Reason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    WithdrawnBy = table.Column<Guid>(type: "uuid", nullable: true),
                    WithdrawReason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Consents", x => new { x.OrganizationId, x.Id });
                    table.CheckConstraint("CK_Consents_Grantee", "(\"Scope\" = 'KeepOutPerson') = (\"StaffMemberId\" IS NOT NULL) AND (\"Scope\" = 'KeepOutDepartment') = (\"DepartmentId\" IS NOT NULL)");
                    table.CheckConstraint("CK_Consents_Period", "\"EndsAt\" IS NULL OR \"EndsAt\" > \"StartsAt\"");
                    table.CheckConstraint("CK_Consents_Withdrawn", "(\"WithdrawnAt\" IS NULL) = (\"WithdrawnBy\" IS NULL)");
                    table.ForeignKey(
                        name: "FK_Consents_Departments_OrganizationId_DepartmentId",
                        columns: x => new { x.OrganizationId, x.DepartmentId },
                        principalTable: "Departments",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Consents_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Consents_Patients_OrganizationId_PatientId",
                        columns: x => new { x.OrganizationId, x.PatientId },
                        principalTable: "Patients",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Consents_StaffMembers_OrganizationId_StaffMemberId",
                        columns: x => new { x.OrganizationId, x.StaffMemberId },
                        principalTable: "StaffMembers",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Consents_Users_RecordedBy",
                        column: x => x.RecordedBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Consents_Users_WithdrawnBy",
                        column: x => x.WithdrawnBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Encounters",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    Class = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ClinicianStartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ClinicianId = table.Column<Guid>(type: "uuid", nullable: true),
                    DepartmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    Reason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    PlannedDischargeOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DischargeOrderedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Outcome = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    IsolationReason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ErrorReason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Encounters", x => new { x.OrganizationId, x.Id });
                    table.CheckConstraint("CK_Encounters_FinishedHasEnd", "\"Status\" <> 'Finished' OR \"EndedAt\" IS NOT NULL");
                    table.CheckConstraint("CK_Encounters_Period", "\"EndedAt\" IS NULL OR \"EndedAt\" >= \"StartedAt\"");
                    table.CheckConstraint("CK_Encounters_StayInErrorHasReason", "(\"ErrorReason\" IS NOT NULL) = (\"Class\" = 'Inpatient' AND \"Status\" = 'EnteredInError')");
                    table.ForeignKey(
                        name: "FK_Encounters_Departments_OrganizationId_DepartmentId",
                        columns: x => new { x.OrganizationId, x.DepartmentId },
                        principalTable: "Departments",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Encounters_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Encounters_Patients_OrganizationId_PatientId",
                        columns: x => new { x.OrganizationId, x.PatientId },
                        principalTable: "Patients",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Encounters_StaffMembers_OrganizationId_ClinicianId",
                        columns: x => new { x.OrganizationId, x.ClinicianId },
                        principalTable: "StaffMembers",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StaffDepartments",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    StaffMemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    DepartmentId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaffDepartments", x => new { x.OrganizationId, x.StaffMemberId, x.DepartmentId });
                    table.ForeignKey(
                        name: "FK_StaffDepartments_Departments_OrganizationId_DepartmentId",
                        columns: x => new { x.OrganizationId, x.DepartmentId },
                        principalTable: "Departments",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StaffDepartments_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StaffDepartments_StaffMembers_OrganizationId_StaffMemberId",
                        columns: x => new { x.OrganizationId, x.StaffMemberId },
                        principalTable: "StaffMembers",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Rooms",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Label = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    DepartmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    WardId = table.Column<Guid>(type: "uuid", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ClosedReason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rooms", x => new { x.OrganizationId, x.Id });
                    table.CheckConstraint("CK_Rooms_WardOfPatientRoom", "\"Kind\" <> 'PatientRoom' OR \"WardId\" IS NOT NULL");
                    table.ForeignKey(
                        name: "FK_Rooms_Departments_OrganizationId_DepartmentId",
                        columns: x => new { x.OrganizationId, x.DepartmentId },
                        principalTable: "Departments",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Rooms_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Rooms_Wards_OrganizationId_WardId",
                        columns: x => new { x.OrganizationId, x.WardId },
                        principalTable: "Wards",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PatientInvitations",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    CareProxyId = table.Column<Guid>(type: "uuid", nullable: true),
                    CodeHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Tries = table.Column<int>(type: "integer", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    UsedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PatientInvitations", x => new { x.OrganizationId, x.Id });
                    table.CheckConstraint("CK_PatientInvitations_Used", "(\"UsedAt\" IS NULL) = (\"UsedBy\" IS NULL)");
                    table.ForeignKey(
                        name: "FK_PatientInvitations_CareProxies_OrganizationId_CareProxyId",
                        columns: x => new { x.OrganizationId, x.CareProxyId },
                        principalTable: "CareProxies",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PatientInvitations_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PatientInvitations_Patients_OrganizationId_PatientId",
                        columns: x => new { x.OrganizationId, x.PatientId },
                        principalTable: "Patients",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PatientInvitations_Users_CreatedBy",
                        column: x => x.CreatedBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PatientInvitations_Users_UsedBy",
                        column: x => x.UsedBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CarePlanChanges",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    PlanId = table.Column<Guid>(type: "uuid", nullable: false),
                    What = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ChangedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CarePlanChanges", x => new { x.OrganizationId, x.Id });
                    table.ForeignKey(
                        name: "FK_CarePlanChanges_CarePlans_OrganizationId_PlanId",
                        columns: x => new { x.OrganizationId, x.PlanId },
                        principalTable: "CarePlans",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CarePlanChanges_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CarePlanChanges_Patients_OrganizationId_PatientId",
                        columns: x => new { x.OrganizationId, x.PatientId },
                        principalTable: "Patients",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CarePlanChanges_Users_ChangedBy",
                        column: x => x.ChangedBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CarePlanHolds",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    PlanId = table.Column<Guid>(type: "uuid", nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ResumedOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CarePlanHolds", x => new { x.OrganizationId, x.Id });
                    table.CheckConstraint("CK_CarePlanHolds_Order", "\"ResumedOn\" IS NULL OR \"ResumedOn\" >= \"HeldOn\"");
                    table.ForeignKey(
                        name: "FK_CarePlanHolds_CarePlans_OrganizationId_PlanId",
                        columns: x => new { x.OrganizationId, x.PlanId },
                        principalTable: "CarePlans",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CarePlanHolds_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CarePlanHolds_Patients_OrganizationId_PatientId",
                        columns: x => new { x.OrganizationId, x.PatientId },
                        principalTable: "Patients",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlanActivities",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    PlanId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Times = table.Column<int>(type: "integer", nullable: false),
                    Per = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    FromOn = table.Column<DateOnly>(type: "date", nullable: false),
                    UntilOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AddedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AddedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    CancelledAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanActivities", x => new { x.OrganizationId, x.Id });
                    table.CheckConstraint("CK_PlanActivities_Order", "\"UntilOn\" IS NULL OR \"UntilOn\" >= \"FromOn\"");
                    table.CheckConstraint("CK_PlanActivities_Times", "\"Times\" BETWEEN 1 AND 12 AND (\"Per\" = 'Day' OR \"Times\" <= 7)");
                    table.ForeignKey(
                        name: "FK_PlanActivities_CarePlans_OrganizationId_PlanId",
                        columns: x => new { x.OrganizationId, x.PlanId },
                        principalTable: "CarePlans",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlanActivities_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlanActivities_Patients_OrganizationId_PatientId",
                        columns: x => new { x.OrganizationId, x.PatientId },
                        principalTable: "Patients",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlanActivities_Users_AddedBy",
                        column: x => x.AddedBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlanGoals",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    PlanId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Target = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: true),
                    Unit = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    TargetOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    AddedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AddedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanGoals", x => new { x.OrganizationId, x.Id });
                    table.CheckConstraint("CK_PlanGoals_Closed", "(\"ClosedAt\" IS NULL) = (\"Status\" = 'Open')");
                    table.CheckConstraint("CK_PlanGoals_Target", "(\"Target\" IS NULL) = (\"Unit\" IS NULL)");
                    table.ForeignKey(
                        name: "FK_PlanGoals_CarePlans_OrganizationId_PlanId",
                        columns: x => new { x.OrganizationId, x.PlanId },
                        principalTable: "CarePlans",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlanGoals_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlanGoals_Patients_OrganizationId_PatientId",
                        columns: x => new { x.OrganizationId, x.PatientId },
                        principalTable: "Patients",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlanGoals_Users_AddedBy",
                        column: x => x.AddedBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Certificates",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    EncounterId = table.Column<Guid>(type: "uuid", nullable: true),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Code = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false, collation: "C"),
                    FromOn = table.Column<DateOnly>(type: "date", nullable: false),
                    UntilOn = table.Column<DateOnly>(type: "date", nullable: false),
                    BackdatedReason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ShowsDiagnosis = table.Column<bool>(type: "boolean", nullable: false),
                    Text = table.Column<byte[]>(type: "bytea", nullable: false),
                    IssuerId = table.Column<Guid>(type: "uuid", nullable: false),
                    IssuedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    IssuedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RevokedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    RevokedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    RevokeReason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Certificates", x => new { x.OrganizationId, x.Id });
                    table.CheckConstraint("CK_Certificates_Attendance", "\"Kind\" <> 'Attendance' OR \"EncounterId\" IS NOT NULL");
                    table.CheckConstraint("CK_Certificates_Days", "\"UntilOn\" >= \"FromOn\"");
                    table.CheckConstraint("CK_Certificates_Number", "\"Number\" > 0");
                    table.CheckConstraint("CK_Certificates_Revoked", "(\"Status\" = 'Revoked') = (\"RevokedAt\" IS NOT NULL) AND (\"RevokedAt\" IS NULL) = (\"RevokeReason\" IS NULL) AND (\"RevokedAt\" IS NULL) = (\"RevokedBy\" IS NULL)");
                    table.ForeignKey(
                        name: "FK_Certificates_Encounters_OrganizationId_EncounterId",
                        columns: x => new { x.OrganizationId, x.EncounterId },
                        principalTable: "Encounters",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Certificates_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Certificates_Patients_OrganizationId_PatientId",
                        columns: x => new { x.OrganizationId, x.PatientId },
                        principalTable: "Patients",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Certificates_StaffMembers_OrganizationId_IssuerId",
                        columns: x => new { x.OrganizationId, x.IssuerId },
                        principalTable: "StaffMembers",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Certificates_Users_IssuedBy",
                        column: x => x.IssuedBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Certificates_Users_RevokedBy",
                        column: x => x.RevokedBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClinicalNotes",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    EncounterId = table.Column<Guid>(type: "uuid", nullable: true),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EditedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EditorId = table.Column<Guid>(type: "uuid", nullable: true),
                    EditorSession = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    EditorOpenedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SignedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Mistake = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    EnteredInErrorAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EnteredInErrorBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ErrorReason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    AuthorId = table.Column<Guid>(type: "uuid", nullable: false),
                    AuthorUserId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReleaseAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    HeldReason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClinicalNotes", x => new { x.OrganizationId, x.Id });
                    table.CheckConstraint("CK_ClinicalNotes_InError", "(\"Status\" = 'EnteredInError') = (\"Mistake\" IS NOT NULL) AND (\"Mistake\" IS NULL OR (\"ErrorReason\" IS NOT NULL AND \"EnteredInErrorAt\" IS NOT NULL AND \"EnteredInErrorBy\" IS NOT NULL))");
                    table.CheckConstraint("CK_ClinicalNotes_Letter", "\"Kind\" <> 'DischargeLetter' OR \"EncounterId\" IS NOT NULL");
                    table.CheckConstraint("CK_ClinicalNotes_Release", "CASE WHEN \"Status\" = 'Signed' OR \"Mistake\" = 'Content' THEN (\"ReleaseAt\" IS NULL) <> (\"HeldReason\" IS NULL) ELSE \"ReleaseAt\" IS NULL AND \"HeldReason\" IS NULL END");
                    table.CheckConstraint("CK_ClinicalNotes_Signed", "(\"Status\" IN ('Signed', 'EnteredInError')) = (\"SignedAt\" IS NOT NULL)");
                    table.CheckConstraint("CK_ClinicalNotes_Withdrawn", "\"WithdrawnAt\" IS NULL OR COALESCE(\"Mistake\", '') = 'WrongPatient'");
                    table.ForeignKey(
                        name: "FK_ClinicalNotes_Encounters_OrganizationId_EncounterId",
                        columns: x => new { x.OrganizationId, x.EncounterId },
                        principalTable: "Encounters",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClinicalNotes_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClinicalNotes_Patients_OrganizationId_PatientId",
                        columns: x => new { x.OrganizationId, x.PatientId },
                        principalTable: "Patients",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ClinicalNotes_StaffMembers_OrganizationId_AuthorId",
                        columns: x => new { x.OrganizationId, x.AuthorId },
                        principalTable: "StaffMembers",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EncounterDiagnoses",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    EncounterId = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false, collation: "C"),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Rank = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ErrorReason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    EnteredInErrorBy = table.Column<Guid>(type: "uuid", nullable: true),
                    EnteredInErrorAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EncounterDiagnoses", x => new { x.OrganizationId, x.Id });
                    table.CheckConstraint("CK_EncounterDiagnoses_ErrorHasReason", "(\"EnteredInErrorAt\" IS NULL) = (\"ErrorReason\" IS NULL)");
                    table.ForeignKey(
                        name: "FK_EncounterDiagnoses_DiagnosisCodes_Code",
                        column: x => x.Code,
                        principalTable: "DiagnosisCodes",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EncounterDiagnoses_Encounters_OrganizationId_EncounterId",
                        columns: x => new { x.OrganizationId, x.EncounterId },
                        principalTable: "Encounters",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EncounterDiagnoses_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EncounterDiagnoses_Patients_OrganizationId_PatientId",
                        columns: x => new { x.OrganizationId, x.PatientId },
                        principalTable: "Patients",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EncounterDiagnoses_Users_EnteredInErrorBy",
                        column: x => x.EnteredInErrorBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EncounterDiagnoses_Users_RecordedBy",
                        column: x => x.RecordedBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TriageEntries",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    Status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    ArrivedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Mode = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Presenting = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    Level = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    Complaint = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    TriagedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    TriagedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    EncounterId = table.Column<Guid>(type: "uuid", nullable: true),
                    TakenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    TakenBy = table.Column<Guid>(type: "uuid", nullable: true),
                    HandBackReason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Disposition = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ClosedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    CloseNote = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TriageEntries", x => new { x.OrganizationId, x.Id });
                    table.CheckConstraint("CK_TriageEntries_Disposition", "(\"Status\" = 'Done') = (\"Disposition\" IS NOT NULL)");
                    table.CheckConstraint("CK_TriageEntries_Open", "(\"ClosedAt\" IS NULL) = (\"Status\" IN ('Waiting', 'WithDoctor')) AND (\"ClosedAt\" IS NULL) = (\"ClosedBy\" IS NULL)");
                    table.CheckConstraint("CK_TriageEntries_Period", "\"ClosedAt\" IS NULL OR \"ClosedAt\" >= \"ArrivedAt\"");
                    table.CheckConstraint("CK_TriageEntries_Reason", "\"Status\" NOT IN ('LeftWithoutBeingSeen', 'EnteredInError') OR \"CloseNote\" IS NOT NULL");
                    table.CheckConstraint("CK_TriageEntries_Triaged", "(\"Level\" IS NULL) = (\"Complaint\" IS NULL) AND (\"Level\" IS NULL) = (\"TriagedAt\" IS NULL) AND (\"Level\" IS NULL) = (\"TriagedBy\" IS NULL)");
                    table.CheckConstraint("CK_TriageEntries_Waiting", "\"Status\" <> 'Waiting' OR \"TakenBy\" IS NULL");
                    table.CheckConstraint("CK_TriageEntries_WithDoctor", "\"Status\" <> 'WithDoctor' OR (\"EncounterId\" IS NOT NULL AND \"TakenAt\" IS NOT NULL AND \"TakenBy\" IS NOT NULL)");
                    table.ForeignKey(
                        name: "FK_TriageEntries_Encounters_OrganizationId_EncounterId",
                        columns: x => new { x.OrganizationId, x.EncounterId },
                        principalTable: "Encounters",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TriageEntries_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TriageEntries_Patients_OrganizationId_PatientId",
                        columns: x => new { x.OrganizationId, x.PatientId },
                        principalTable: "Patients",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TriageEntries_Users_ClosedBy",
                        column: x => x.ClosedBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TriageEntries_Users_RecordedBy",
                        column: x => x.RecordedBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TriageEntries_Users_TakenBy",
                        column: x => x.TakenBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TriageEntries_Users_TriagedBy",
                        column: x => x.TriagedBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "VitalSigns",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    EncounterId = table.Column<Guid>(type: "uuid", nullable: true),
                    TakenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    Respiration = table.Column<int>(type: "integer", nullable: true),
                    Saturation = table.Column<int>(type: "integer", nullable: true),
                    Scale = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    OnOxygen = table.Column<bool>(type: "boolean", nullable: true),
                    OxygenFlow = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: true),
                    OxygenFlowDecimals = table.Column<int>(type: "integer", nullable: false),
                    Device = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    Systolic = table.Column<int>(type: "integer", nullable: true),
                    Diastolic = table.Column<int>(type: "integer", nullable: true),
                    Pulse = table.Column<int>(type: "integer", nullable: true),
                    Consciousness = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    Temperature = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: true),
                    TemperatureDecimals = table.Column<int>(type: "integer", nullable: false),
                    Weight = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: true),
                    WeightDecimals = table.Column<int>(type: "integer", nullable: false),
                    Height = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: true),
                    HeightDecimals = table.Column<int>(type: "integer", nullable: false),
                    Pain = table.Column<int>(type: "integer", nullable: true),
                    GcsEye = table.Column<int>(type: "integer", nullable: true),
                    GcsVerbal = table.Column<int>(type: "integer", nullable: true),
                    GcsMotor = table.Column<int>(type: "integer", nullable: true),
                    GcsTotal = table.Column<int>(type: "integer", nullable: true),
                    Pregnant = table.Column<bool>(type: "boolean", nullable: false),
                    Status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Score = table.Column<int>(type: "integer", nullable: true),
                    Response = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    SingleThree = table.Column<bool>(type: "boolean", nullable: false),
                    EnteredInErrorAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EnteredInErrorBy = table.Column<Guid>(type: "uuid", nullable: true),
                    EnteredInErrorReason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VitalSigns", x => new { x.OrganizationId, x.Id });
                    table.CheckConstraint("CK_VitalSigns_ErrorHasReason", "(\"EnteredInErrorAt\" IS NULL) = (\"EnteredInErrorReason\" IS NULL)");
                    table.CheckConstraint("CK_VitalSigns_Pressure", "\"Systolic\" IS NULL OR \"Diastolic\" IS NULL OR \"Systolic\" > \"Diastolic\"");
                    table.CheckConstraint("CK_VitalSigns_Scored", "(\"Status\" = 'Scored') = (\"Score\" IS NOT NULL) AND (\"Score\" IS NULL OR \"Score\" BETWEEN 0 AND 20)");
                    table.ForeignKey(
                        name: "FK_VitalSigns_Encounters_OrganizationId_EncounterId",
                        columns: x => new { x.OrganizationId, x.EncounterId },
                        principalTable: "Encounters",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_VitalSigns_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_VitalSigns_Patients_OrganizationId_PatientId",
                        columns: x => new { x.OrganizationId, x.PatientId },
                        principalTable: "Patients",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_VitalSigns_Users_RecordedBy",
                        column: x => x.RecordedBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Appointments",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    ClinicianId = table.Column<Guid>(type: "uuid", nullable: false),
                    ClinicianUserId = table.Column<Guid>(type: "uuid", nullable: false),
                    RoomId = table.Column<Guid>(type: "uuid", nullable: true),
                    DepartmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    StartsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Reason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    CreatedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    HeldUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Overbooked = table.Column<bool>(type: "boolean", nullable: false),
                    OverbookReason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    ArrivedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    CheckedInAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    CancelReason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    CancelledAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    RescheduledFromId = table.Column<Guid>(type: "uuid", nullable: true),
                    EncounterId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Appointments", x => new { x.OrganizationId, x.Id });
                    table.CheckConstraint("CK_Appointments_HoldHasEnd", "(\"Status\" = 'Held') = (\"HeldUntil\" IS NOT NULL)");
                    table.CheckConstraint("CK_Appointments_OverbookHasReason", "\"OverbookReason\" IS NOT NULL OR \"Overbooked\" = FALSE");
                    table.CheckConstraint("CK_Appointments_Period", "\"EndsAt\" > \"StartsAt\"");
                    table.ForeignKey(
                        name: "FK_Appointments_Appointments_OrganizationId_RescheduledFromId",
                        columns: x => new { x.OrganizationId, x.RescheduledFromId },
                        principalTable: "Appointments",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Appointments_Departments_OrganizationId_DepartmentId",
                        columns: x => new { x.OrganizationId, x.DepartmentId },
                        principalTable: "Departments",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Appointments_Encounters_OrganizationId_EncounterId",
                        columns: x => new { x.OrganizationId, x.EncounterId },
                        principalTable: "Encounters",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Appointments_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Appointments_Patients_OrganizationId_PatientId",
                        columns: x => new { x.OrganizationId, x.PatientId },
                        principalTable: "Patients",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Appointments_Rooms_OrganizationId_RoomId",
                        columns: x => new { x.OrganizationId, x.RoomId },
                        principalTable: "Rooms",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Appointments_StaffMembers_OrganizationId_ClinicianId",
                        columns: x => new { x.OrganizationId, x.ClinicianId },
                        principalTable: "StaffMembers",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Appointments_Users_ClinicianUserId",
                        column: x => x.ClinicianUserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Appointments_Users_CreatedBy",
                        column: x => x.CreatedBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Beds",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RoomId = table.Column<Guid>(type: "uuid", nullable: false),
                    Label = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    StatusChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ClosedReason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    ClosedUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Beds", x => new { x.OrganizationId, x.Id });
                    table.CheckConstraint("CK_Beds_ClosedHasReason", "\"Status\" <> 'Closed' OR \"ClosedReason\" IS NOT NULL");
                    table.ForeignKey(
                        name: "FK_Beds_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Beds_Rooms_OrganizationId_RoomId",
                        columns: x => new { x.OrganizationId, x.RoomId },
                        principalTable: "Rooms",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WorkingHours",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ClinicianId = table.Column<Guid>(type: "uuid", nullable: true),
                    RoomId = table.Column<Guid>(type: "uuid", nullable: true),
                    Day = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    FromMinute = table.Column<int>(type: "integer", nullable: false),
                    ToMinute = table.Column<int>(type: "integer", nullable: false),
                    SlotMinutes = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkingHours", x => new { x.OrganizationId, x.Id });
                    table.CheckConstraint("CK_WorkingHours_Minutes", "\"FromMinute\" >= 0 AND \"ToMinute\" <= 1440 AND \"ToMinute\" > \"FromMinute\"");
                    table.CheckConstraint("CK_WorkingHours_Slot", "\"SlotMinutes\" BETWEEN 5 AND 240");
                    table.CheckConstraint("CK_WorkingHours_Whose", "\"ClinicianId\" IS NOT NULL OR \"RoomId\" IS NOT NULL");
                    table.ForeignKey(
                        name: "FK_WorkingHours_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_WorkingHours_Rooms_OrganizationId_RoomId",
                        columns: x => new { x.OrganizationId, x.RoomId },
                        principalTable: "Rooms",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_WorkingHours_StaffMembers_OrganizationId_ClinicianId",
                        columns: x => new { x.OrganizationId, x.ClinicianId },
                        principalTable: "StaffMembers",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlanTicks",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    ActivityId = table.Column<Guid>(type: "uuid", nullable: false),
                    DoneOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Ordinal = table.Column<int>(type: "integer", nullable: false),
                    TickedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    TickedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanTicks", x => new { x.OrganizationId, x.Id });
                    table.CheckConstraint("CK_PlanTicks_Ordinal", "\"Ordinal\" BETWEEN 1 AND 12");
                    table.ForeignKey(
                        name: "FK_PlanTicks_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlanTicks_Patients_OrganizationId_PatientId",
                        columns: x => new { x.OrganizationId, x.PatientId },
                        principalTable: "Patients",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlanTicks_PlanActivities_OrganizationId_ActivityId",
                        columns: x => new { x.OrganizationId, x.ActivityId },
                        principalTable: "PlanActivities",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PlanTicks_Users_TickedBy",
                        column: x => x.TickedBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NoteAddenda",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    NoteId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<byte[]>(type: "bytea", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    AuthorId = table.Column<Guid>(type: "uuid", nullable: false),
                    AuthorUserId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReleaseAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    HeldReason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoteAddenda", x => new { x.OrganizationId, x.Id });
                    table.CheckConstraint("CK_NoteAddenda_Release", "(\"ReleaseAt\" IS NULL) <> (\"HeldReason\" IS NULL)");
                    table.ForeignKey(
                        name: "FK_NoteAddenda_ClinicalNotes_OrganizationId_NoteId",
                        columns: x => new { x.OrganizationId, x.NoteId },
                        principalTable: "ClinicalNotes",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NoteAddenda_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NoteAddenda_Patients_OrganizationId_PatientId",
                        columns: x => new { x.OrganizationId, x.PatientId },
                        principalTable: "Patients",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NoteAddenda_StaffMembers_OrganizationId_AuthorId",
                        columns: x => new { x.OrganizationId, x.AuthorId },
                        principalTable: "StaffMembers",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NoteParts",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    NoteId = table.Column<Guid>(type: "uuid", nullable: false),
                    Heading = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Text = table.Column<byte[]>(type: "bytea", nullable: true),
                    SavedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoteParts", x => new { x.OrganizationId, x.Id });
                    table.ForeignKey(
                        name: "FK_NoteParts_ClinicalNotes_OrganizationId_NoteId",
                        columns: x => new { x.OrganizationId, x.NoteId },
                        principalTable: "ClinicalNotes",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NoteParts_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NoteParts_Patients_OrganizationId_PatientId",
                        columns: x => new { x.OrganizationId, x.PatientId },
                        principalTable: "Patients",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TriageAssessments",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    EntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    OldLevel = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    NewLevel = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Complaint = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AssessedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AssessedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TriageAssessments", x => new { x.OrganizationId, x.Id });
                    table.ForeignKey(
                        name: "FK_TriageAssessments_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TriageAssessments_Patients_OrganizationId_PatientId",
                        columns: x => new { x.OrganizationId, x.PatientId },
                        principalTable: "Patients",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TriageAssessments_TriageEntries_OrganizationId_EntryId",
                        columns: x => new { x.OrganizationId, x.EntryId },
                        principalTable: "TriageEntries",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TriageAssessments_Users_AssessedBy",
                        column: x => x.AssessedBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Escalations",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    SetId = table.Column<Guid>(type: "uuid", nullable: true),
                    Score = table.Column<int>(type: "integer", nullable: true),
                    Response = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Reason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    WorriedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    OpenedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    RequestedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RequestedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    DueAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AcknowledgedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AcknowledgedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    AttendedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AttendedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ClosedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    Outcome = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Escalations", x => new { x.OrganizationId, x.Id });
                    table.CheckConstraint("CK_Escalations_Acknowledged", "\"Status\" NOT IN ('Acknowledged', 'Attended') OR \"AcknowledgedBy\" IS NOT NULL");
                    table.CheckConstraint("CK_Escalations_Attended", "\"Status\" NOT IN ('Attended', 'Closed') OR \"AttendedBy\" IS NOT NULL");
                    table.CheckConstraint("CK_Escalations_Closed", "(\"ClosedAt\" IS NULL) = (\"Status\" IN ('Requested', 'Acknowledged', 'Attended'))");
                    table.CheckConstraint("CK_Escalations_Worry", "(\"Reason\" IS NULL) = (\"WorriedAt\" IS NULL)");
                    table.ForeignKey(
                        name: "FK_Escalations_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Escalations_Patients_OrganizationId_PatientId",
                        columns: x => new { x.OrganizationId, x.PatientId },
                        principalTable: "Patients",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Escalations_Users_RequestedBy",
                        column: x => x.RequestedBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Escalations_VitalSigns_OrganizationId_SetId",
                        columns: x => new { x.OrganizationId, x.SetId },
                        principalTable: "VitalSigns",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NutritionAssessments",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    EncounterId = table.Column<Guid>(type: "uuid", nullable: true),
                    AssessedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AssessedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    Rule = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AgeYears = table.Column<int>(type: "integer", nullable: false),
                    Pregnant = table.Column<bool>(type: "boolean", nullable: false),
                    WeightSetId = table.Column<Guid>(type: "uuid", nullable: true),
                    Weight = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: true),
                    WeightAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    HeightSetId = table.Column<Guid>(type: "uuid", nullable: true),
                    Height = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: true),
                    HeightAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    PastWeightSetId = table.Column<Guid>(type: "uuid", nullable: true),
                    PastWeight = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: true),
                    PastWeightAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LossProposed = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: true),
                    LossPercent = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: true),
                    LossReason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    AcutelyIll = table.Column<bool>(type: "boolean", nullable: true),
                    Status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    BmiPoints = table.Column<int>(type: "integer", nullable: true),
                    LossPoints = table.Column<int>(type: "integer", nullable: true),
                    AcutePoints = table.Column<int>(type: "integer", nullable: true),
                    Score = table.Column<int>(type: "integer", nullable: true),
                    Risk = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    Summary = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    EnteredInErrorAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EnteredInErrorBy = table.Column<Guid>(type: "uuid", nullable: true),
                    EnteredInErrorReason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NutritionAssessments", x => new { x.OrganizationId, x.Id });
                    table.CheckConstraint("CK_NutritionAssessments_Adult", "\"Status\" = 'NotApplicable' OR (\"AgeYears\" >= 18 AND NOT \"Pregnant\")");
                    table.CheckConstraint("CK_NutritionAssessments_ErrorHasReason", "(\"EnteredInErrorAt\" IS NULL) = (\"EnteredInErrorReason\" IS NULL)");
                    table.CheckConstraint("CK_NutritionAssessments_Loss", "\"LossPercent\" IS NULL OR \"LossProposed\" IS NOT NULL OR \"LossReason\" IS NOT NULL");
                    table.CheckConstraint("CK_NutritionAssessments_Risk", "(\"Score\" IS NULL AND \"Risk\" IS NULL) OR (\"Score\" = 0 AND \"Risk\" = 'Low') OR (\"Score\" = 1 AND \"Risk\" = 'Medium') OR (\"Score\" >= 2 AND \"Risk\" = 'High')");
                    table.CheckConstraint("CK_NutritionAssessments_Scored", "(\"Status\" = 'Scored') = (\"Score\" IS NOT NULL) AND (\"Score\" IS NULL OR (\"Score\" BETWEEN 0 AND 6 AND \"Score\" = \"BmiPoints\" + \"LossPoints\" + \"AcutePoints\"))");
                    table.ForeignKey(
                        name: "FK_NutritionAssessments_Encounters_OrganizationId_EncounterId",
                        columns: x => new { x.OrganizationId, x.EncounterId },
                        principalTable: "Encounters",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NutritionAssessments_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NutritionAssessments_Patients_OrganizationId_PatientId",
                        columns: x => new { x.OrganizationId, x.PatientId },
                        principalTable: "Patients",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NutritionAssessments_Users_AssessedBy",
                        column: x => x.AssessedBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NutritionAssessments_VitalSigns_OrganizationId_HeightSetId",
                        columns: x => new { x.OrganizationId, x.HeightSetId },
                        principalTable: "VitalSigns",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NutritionAssessments_VitalSigns_OrganizationId_PastWeightSe~",
                        columns: x => new { x.OrganizationId, x.PastWeightSetId },
                        principalTable: "VitalSigns",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NutritionAssessments_VitalSigns_OrganizationId_WeightSetId",
                        columns: x => new { x.OrganizationId, x.WeightSetId },
                        principalTable: "VitalSigns",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "VitalStandings",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    SetId = table.Column<Guid>(type: "uuid", nullable: false),
                    TakenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Score = table.Column<int>(type: "integer", nullable: true),
                    ScoredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    PreviousScore = table.Column<int>(type: "integer", nullable: true),
                    Response = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    DueAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    OverdueAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VitalStandings", x => new { x.OrganizationId, x.Id });
                    table.CheckConstraint("CK_VitalStandings_Score", "(\"Score\" IS NULL) = (\"ScoredAt\" IS NULL) AND (\"Score\" IS NULL) = (\"Response\" IS NULL)");
                    table.CheckConstraint("CK_VitalStandings_Status", "(\"Status\" <> 'Scored' OR \"Score\" IS NOT NULL) AND (\"Status\" <> 'NotApplicable' OR \"Score\" IS NULL)");
                    table.ForeignKey(
                        name: "FK_VitalStandings_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_VitalStandings_Patients_OrganizationId_PatientId",
                        columns: x => new { x.OrganizationId, x.PatientId },
                        principalTable: "Patients",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_VitalStandings_VitalSigns_OrganizationId_SetId",
                        columns: x => new { x.OrganizationId, x.SetId },
                        principalTable: "VitalSigns",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "IncomingReferrals",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DepartmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    SenderOrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sender = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Referrer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    GivenName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    FamilyName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    MiddleName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Title = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    DisplayName = table.Column<string>(type: "character varying(643)", maxLength: 643, nullable: false),
                    Sex = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    BirthDate = table.Column<DateOnly>(type: "date", nullable: false),
                    SenderRecordNumber = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Phone = table.Column<byte[]>(type: "bytea", nullable: true),
                    Reason = table.Column<byte[]>(type: "bytea", nullable: false),
                    Question = table.Column<byte[]>(type: "bytea", nullable: true),
                    Letter = table.Column<byte[]>(type: "bytea", nullable: true),
                    Diagnoses = table.Column<byte[]>(type: "bytea", nullable: true),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: true),
                    RegisteredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AppointmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    Specialty = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Urgency = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    TargetDays = table.Column<int>(type: "integer", nullable: false),
                    Category = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Progress = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    SentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    DueAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    HeldAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    MovedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AnswerReason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    AppointmentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Report = table.Column<byte[]>(type: "bytea", nullable: true),
                    ReportedBy = table.Column<string>(type: "character varying(330)", maxLength: 330, nullable: true),
                    ReportedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncomingReferrals", x => new { x.OrganizationId, x.Id });
                    table.CheckConstraint("CK_IncomingReferrals_Answered", "\"Progress\" IS NULL OR \"Progress\" NOT IN ('Rejected', 'Failed', 'Cancelled') OR \"AnswerReason\" IS NOT NULL");
                    table.CheckConstraint("CK_IncomingReferrals_Booked", "\"Progress\" IS NULL OR \"Progress\" <> 'InProgress' OR (\"AppointmentAt\" IS NOT NULL)");
                    table.CheckConstraint("CK_IncomingReferrals_NotFromOneself", "\"SenderOrganizationId\" <> \"OrganizationId\"");
                    table.CheckConstraint("CK_IncomingReferrals_Registered", "\"Progress\" IS NOT NULL AND \"SentAt\" IS NOT NULL AND \"DueAt\" IS NOT NULL AND (\"Progress\" <> 'InProgress' OR (\"PatientId\" IS NOT NULL AND \"AppointmentId\" IS NOT NULL))");
                    table.CheckConstraint("CK_IncomingReferrals_Reported", "(\"Progress\" IS NULL OR \"Progress\" <> 'Completed' OR \"Report\" IS NOT NULL) AND (\"Report\" IS NULL) = (\"ReportedAt\" IS NULL) AND (\"Report\" IS NULL) = (\"ReportedBy\" IS NULL)");
                    table.CheckConstraint("CK_IncomingReferrals_Target", "\"TargetDays\" BETWEEN 0 AND 365");
                    table.ForeignKey(
                        name: "FK_IncomingReferrals_Appointments_OrganizationId_AppointmentId",
                        columns: x => new { x.OrganizationId, x.AppointmentId },
                        principalTable: "Appointments",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_IncomingReferrals_Departments_OrganizationId_DepartmentId",
                        columns: x => new { x.OrganizationId, x.DepartmentId },
                        principalTable: "Departments",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_IncomingReferrals_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_IncomingReferrals_Patients_OrganizationId_PatientId",
                        columns: x => new { x.OrganizationId, x.PatientId },
                        principalTable: "Patients",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Referrals",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    Status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    To = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    DepartmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    PartnerOrganizationId = table.Column<Guid>(type: "uuid", nullable: true),
                    PartnerDepartmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    Place = table.Column<string>(type: "character varying(330)", maxLength: 330, nullable: false),
                    ReferrerId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReferrerUserId = table.Column<Guid>(type: "uuid", nullable: false),
                    InCare = table.Column<bool>(type: "boolean", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Reason = table.Column<byte[]>(type: "bytea", nullable: false),
                    Question = table.Column<byte[]>(type: "bytea", nullable: true),
                    Letter = table.Column<byte[]>(type: "bytea", nullable: true),
                    Diagnoses = table.Column<byte[]>(type: "bytea", nullable: true),
                    HoldReason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    AppointmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ClosedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    CloseReason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    Specialty = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Urgency = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    TargetDays = table.Column<int>(type: "integer", nullable: false),
                    Category = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Progress = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    SentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    DueAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    HeldAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    MovedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AnswerReason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    AppointmentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Report = table.Column<byte[]>(type: "bytea", nullable: true),
                    ReportedBy = table.Column<string>(type: "character varying(330)", maxLength: 330, nullable: true),
                    ReportedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Referrals", x => new { x.OrganizationId, x.Id });
                    table.CheckConstraint("CK_Referrals_Answered", "\"Progress\" IS NULL OR \"Progress\" NOT IN ('Rejected', 'Failed', 'Cancelled') OR \"AnswerReason\" IS NOT NULL");
                    table.CheckConstraint("CK_Referrals_Booked", "\"Progress\" IS NULL OR \"Progress\" <> 'InProgress' OR (\"AppointmentAt\" IS NOT NULL)");
                    table.CheckConstraint("CK_Referrals_Closed", "\"Status\" NOT IN ('Completed', 'Revoked') OR (\"ClosedAt\" IS NOT NULL AND (\"CloseReason\" IS NOT NULL OR (\"Status\" = 'Completed' AND \"Report\" IS NOT NULL)))");
                    table.CheckConstraint("CK_Referrals_ClosedIsOver", "\"Status\" NOT IN ('Completed', 'Revoked') OR \"Progress\" IS NULL OR \"Progress\" NOT IN ('Requested', 'Received', 'Accepted', 'InProgress')");
                    table.CheckConstraint("CK_Referrals_Draft", "\"Status\" <> 'Draft' OR (\"SentAt\" IS NULL AND \"Progress\" IS NULL)");
                    table.CheckConstraint("CK_Referrals_Held", "(\"Status\" = 'OnHold') = (\"HeldAt\" IS NOT NULL)");
                    table.CheckConstraint("CK_Referrals_NotToOneself", "\"PartnerOrganizationId\" IS NULL OR \"PartnerOrganizationId\" <> \"OrganizationId\"");
                    table.CheckConstraint("CK_Referrals_Reported", "(\"Progress\" IS NULL OR \"Progress\" <> 'Completed' OR \"Report\" IS NOT NULL) AND (\"Report\" IS NULL) = (\"ReportedAt\" IS NULL) AND (\"Report\" IS NULL) = (\"ReportedBy\" IS NULL)");
                    table.CheckConstraint("CK_Referrals_Sent", "\"Status\" NOT IN ('Active', 'OnHold', 'Completed') OR (\"SentAt\" IS NOT NULL AND \"DueAt\" IS NOT NULL AND \"Progress\" IS NOT NULL)");
                    table.CheckConstraint("CK_Referrals_Target", "\"TargetDays\" BETWEEN 0 AND 365");
                    table.CheckConstraint("CK_Referrals_To", "(\"To\" = 'Department') = (\"DepartmentId\" IS NOT NULL) AND (\"To\" = 'Organization') = (\"PartnerOrganizationId\" IS NOT NULL) AND (\"PartnerOrganizationId\" IS NULL) = (\"PartnerDepartmentId\" IS NULL)");
                    table.ForeignKey(
                        name: "FK_Referrals_Appointments_OrganizationId_AppointmentId",
                        columns: x => new { x.OrganizationId, x.AppointmentId },
                        principalTable: "Appointments",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Referrals_Departments_OrganizationId_DepartmentId",
                        columns: x => new { x.OrganizationId, x.DepartmentId },
                        principalTable: "Departments",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Referrals_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Referrals_Patients_OrganizationId_PatientId",
                        columns: x => new { x.OrganizationId, x.PatientId },
                        principalTable: "Patients",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Referrals_StaffMembers_OrganizationId_ReferrerId",
                        columns: x => new { x.OrganizationId, x.ReferrerId },
                        principalTable: "StaffMembers",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BedStays",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BedId = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    EncounterId = table.Column<Guid>(type: "uuid", nullable: true),
                    Status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    StartsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ReservedUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReleasedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BedStays", x => new { x.OrganizationId, x.Id });
                    table.CheckConstraint("CK_BedStays_ActiveHasEncounter", "\"Status\" <> 'Active' OR \"EncounterId\" IS NOT NULL");
                    table.CheckConstraint("CK_BedStays_OpenStatus", "(\"ReleasedAt\" IS NULL) = (\"Status\" IN ('Reserved', 'Active'))");
                    table.CheckConstraint("CK_BedStays_Period", "\"ReleasedAt\" IS NULL OR \"ReleasedAt\" >= \"StartsAt\"");
                    table.ForeignKey(
                        name: "FK_BedStays_Beds_OrganizationId_BedId",
                        columns: x => new { x.OrganizationId, x.BedId },
                        principalTable: "Beds",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BedStays_Encounters_OrganizationId_EncounterId",
                        columns: x => new { x.OrganizationId, x.EncounterId },
                        principalTable: "Encounters",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BedStays_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BedStays_Patients_OrganizationId_PatientId",
                        columns: x => new { x.OrganizationId, x.PatientId },
                        principalTable: "Patients",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BedStays_Users_RecordedBy",
                        column: x => x.RecordedBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CleaningTasks",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BedId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    RequestedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RequestedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    StartedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    CompletedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    CompletedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CleaningTasks", x => new { x.OrganizationId, x.Id });
                    table.CheckConstraint("CK_CleaningTasks_AnotherPerson", "\"CompletedBy\" IS NULL OR \"CompletedBy\" <> \"RequestedBy\"");
                    table.CheckConstraint("CK_CleaningTasks_Completed", "(\"Status\" = 'Completed') = (\"CompletedAt\" IS NOT NULL)");
                    table.ForeignKey(
                        name: "FK_CleaningTasks_Beds_OrganizationId_BedId",
                        columns: x => new { x.OrganizationId, x.BedId },
                        principalTable: "Beds",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CleaningTasks_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AmendmentRequests",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    Item = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    ItemId = table.Column<Guid>(type: "uuid", nullable: false),
                    NoteId = table.Column<Guid>(type: "uuid", nullable: true),
                    AllergyId = table.Column<Guid>(type: "uuid", nullable: true),
                    ProblemId = table.Column<Guid>(type: "uuid", nullable: true),
                    DiagnosisId = table.Column<Guid>(type: "uuid", nullable: true),
                    AuthorId = table.Column<Guid>(type: "uuid", nullable: true),
                    ItemVersion = table.Column<Guid>(type: "uuid", nullable: true),
                    Wrong = table.Column<byte[]>(type: "bytea", nullable: false),
                    ShouldSay = table.Column<byte[]>(type: "bytea", nullable: false),
                    Status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    RequestedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RequestedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ReviewedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ReviewBeganAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AnsweredBy = table.Column<Guid>(type: "uuid", nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Ground = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    Answer = table.Column<byte[]>(type: "bytea", nullable: true),
                    AddendumId = table.Column<Guid>(type: "uuid", nullable: true),
                    CorrectedAllergyId = table.Column<Guid>(type: "uuid", nullable: true),
                    CorrectedProblemId = table.Column<Guid>(type: "uuid", nullable: true),
                    CorrectedDiagnosisId = table.Column<Guid>(type: "uuid", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Statement = table.Column<byte[]>(type: "bytea", nullable: true),
                    StatementAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AmendmentRequests", x => new { x.OrganizationId, x.Id });
                    table.CheckConstraint("CK_AmendmentRequests_Accepted", "(\"Status\" = 'Accepted' AND \"Item\" = 'Note') = (\"AddendumId\" IS NOT NULL) AND (\"Status\" = 'Accepted' AND \"Item\" = 'Allergy') = (\"CorrectedAllergyId\" IS NOT NULL) AND (\"Status\" = 'Accepted' AND \"Item\" = 'Problem') = (\"CorrectedProblemId\" IS NOT NULL) AND (\"Status\" = 'Accepted' AND \"Item\" = 'Diagnosis') = (\"CorrectedDiagnosisId\" IS NOT NULL)");
                    table.CheckConstraint("CK_AmendmentRequests_Answered", "(\"Status\" IN ('Accepted', 'Refused')) = (\"AnsweredAt\" IS NOT NULL) AND (\"AnsweredAt\" IS NULL) = (\"AnsweredBy\" IS NULL)");
                    table.CheckConstraint("CK_AmendmentRequests_Item", "(\"Item\" = 'Note') = (\"NoteId\" IS NOT NULL) AND (\"Item\" = 'Allergy') = (\"AllergyId\" IS NOT NULL) AND (\"Item\" = 'Problem') = (\"ProblemId\" IS NOT NULL) AND (\"Item\" = 'Diagnosis') = (\"DiagnosisId\" IS NOT NULL) AND (\"Item\" = 'Note') = (\"AuthorId\" IS NOT NULL)");
                    table.CheckConstraint("CK_AmendmentRequests_ItemId", "\"ItemId\" = COALESCE(\"NoteId\", \"AllergyId\", \"ProblemId\", \"DiagnosisId\", \"PatientId\")");
                    table.CheckConstraint("CK_AmendmentRequests_Refused", "(\"Status\" = 'Refused') = (\"Ground\" IS NOT NULL) AND (\"Status\" <> 'Refused' OR \"Answer\" IS NOT NULL)");
                    table.CheckConstraint("CK_AmendmentRequests_Statement", "(\"Statement\" IS NULL) = (\"StatementAt\" IS NULL) AND (\"Statement\" IS NULL OR \"Status\" = 'Refused')");
                    table.CheckConstraint("CK_AmendmentRequests_Withdrawn", "(\"Status\" = 'Withdrawn') = (\"WithdrawnAt\" IS NOT NULL)");
                    table.ForeignKey(
                        name: "FK_AmendmentRequests_Allergies_OrganizationId_AllergyId",
                        columns: x => new { x.OrganizationId, x.AllergyId },
                        principalTable: "Allergies",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AmendmentRequests_Allergies_OrganizationId_CorrectedAllergy~",
                        columns: x => new { x.OrganizationId, x.CorrectedAllergyId },
                        principalTable: "Allergies",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AmendmentRequests_ClinicalNotes_OrganizationId_NoteId",
                        columns: x => new { x.OrganizationId, x.NoteId },
                        principalTable: "ClinicalNotes",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AmendmentRequests_EncounterDiagnoses_OrganizationId_Correct~",
                        columns: x => new { x.OrganizationId, x.CorrectedDiagnosisId },
                        principalTable: "EncounterDiagnoses",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AmendmentRequests_EncounterDiagnoses_OrganizationId_Diagnos~",
                        columns: x => new { x.OrganizationId, x.DiagnosisId },
                        principalTable: "EncounterDiagnoses",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AmendmentRequests_HealthProblems_OrganizationId_CorrectedPr~",
                        columns: x => new { x.OrganizationId, x.CorrectedProblemId },
                        principalTable: "HealthProblems",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AmendmentRequests_HealthProblems_OrganizationId_ProblemId",
                        columns: x => new { x.OrganizationId, x.ProblemId },
                        principalTable: "HealthProblems",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AmendmentRequests_NoteAddenda_OrganizationId_AddendumId",
                        columns: x => new { x.OrganizationId, x.AddendumId },
                        principalTable: "NoteAddenda",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AmendmentRequests_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AmendmentRequests_Patients_OrganizationId_PatientId",
                        columns: x => new { x.OrganizationId, x.PatientId },
                        principalTable: "Patients",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AmendmentRequests_StaffMembers_OrganizationId_AuthorId",
                        columns: x => new { x.OrganizationId, x.AuthorId },
                        principalTable: "StaffMembers",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AmendmentRequests_Users_AnsweredBy",
                        column: x => x.AnsweredBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AmendmentRequests_Users_RequestedBy",
                        column: x => x.RequestedBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AmendmentRequests_Users_ReviewedBy",
                        column: x => x.ReviewedBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NutritionConsults",
                columns: table => new
                {
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PatientId = table.Column<Guid>(type: "uuid", nullable: false),
                    Reason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Urgency = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    RequestedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RequestedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    AcceptedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AcceptedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ClosedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ClosedReason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    AssessmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NutritionConsults", x => new { x.OrganizationId, x.Id });
                    table.CheckConstraint("CK_NutritionConsults_Accepted", "(\"Status\" NOT IN ('Accepted', 'Done') OR \"AcceptedBy\" IS NOT NULL) AND (\"Status\" <> 'Requested' OR \"AcceptedBy\" IS NULL)");
                    table.CheckConstraint("CK_NutritionConsults_Closed", "(\"ClosedAt\" IS NULL) = (\"Status\" IN ('Requested', 'Accepted'))");
                    table.CheckConstraint("CK_NutritionConsults_Done", "(\"Status\" = 'Done') = (\"AssessmentId\" IS NOT NULL)");
                    table.CheckConstraint("CK_NutritionConsults_HasReason", "(\"Status\" IN ('Declined', 'Withdrawn')) = (\"ClosedReason\" IS NOT NULL)");
                    table.ForeignKey(
                        name: "FK_NutritionConsults_NutritionAssessments_OrganizationId_Asses~",
                        columns: x => new { x.OrganizationId, x.AssessmentId },
                        principalTable: "NutritionAssessments",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NutritionConsults_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NutritionConsults_Patients_OrganizationId_PatientId",
                        columns: x => new { x.OrganizationId, x.PatientId },
                        principalTable: "Patients",
                        principalColumns: new[] { "OrganizationId", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NutritionConsults_Users_RequestedBy",
                        column: x => x.RequestedBy,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "DiagnosisCodes",
                columns: new[] { "Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title" },
                values: new object[,]
                {
                    { "A00.9", true, false, "A009", "cholera unspecified", "Cholera, unspecified" },
                    { "A01.00", true, false, "A0100", "typhoid fever unspecified", "Typhoid fever, unspecified" },
                    { "A02.0", true, false, "A020", "salmonella enteritis", "Salmonella enteritis" },
                    { "A03.9", true, false, "A039", "shigellosis unspecified", "Shigellosis, unspecified" },
                    { "A04.72", true, false, "A0472", "enterocolitis due to clostridium difficile not specified as recurrent", "Enterocolitis due to Clostridium difficile, not specified as recurrent" },
                    { "A06.0", true, false, "A060", "acute amebic dysentery", "Acute amebic dysentery" },
                    { "A07.1", true, false, "A071", "giardiasis lambliasis", "Giardiasis [lambliasis]" },
                    { "A08.0", true, false, "A080", "rotaviral enteritis", "Rotaviral enteritis" },
                    { "A09", true, false, "A09", "infectious gastroenteritis and colitis unspecified", "Infectious gastroenteritis and colitis, unspecified" },
                    { "A15.0", true, false, "A150", "tuberculosis of lung", "Tuberculosis of lung" },
                    { "A17.0", true, false, "A170", "tuberculous meningitis", "Tuberculous meningitis" },
                    { "A18.01", true, false, "A1801", "tuberculosis of spine", "Tuberculosis of spine" },
                    { "A27.9", true, false, "A279", "leptospirosis unspecified", "Leptospirosis, unspecified" },
                    { "A33", true, false, "A33", "tetanus neonatorum", "Tetanus neonatorum" },
                    { "A35", true, false, "A35", "other tetanus", "Other tetanus" },
                    { "A36.9", true, false, "A369", "diphtheria unspecified", "Diphtheria, unspecified" },
                    { "A37.90", true, false, "A3790", "whooping cough unspecified species without pneumonia", "Whooping cough, unspecified species without pneumonia" },
                    { "A39.0", true, false, "A390", "meningococcal meningitis", "Meningococcal meningitis" },
                    { "A40.3", true, false, "A403", "sepsis due to streptococcus pneumoniae", "Sepsis due to Streptococcus pneumoniae" },
                    { "A41.01", true, false, "A4101", "sepsis due to methicillin susceptible staphylococcus aureus", "Sepsis due to Methicillin susceptible Staphylococcus aureus" },
                    { "A41.02", true, false, "A4102", "sepsis due to methicillin resistant staphylococcus aureus", "Sepsis due to Methicillin resistant Staphylococcus aureus" },
                    { "A41.51", true, false, "A4151", "sepsis due to escherichia coli e coli", "Sepsis due to Escherichia coli [E. coli]" },
                    { "A41.9", true, false, "A419", "sepsis unspecified organism", "Sepsis, unspecified organism" },
                    { "A46", true, false, "A46", "erysipelas", "Erysipelas" },
                    { "A48.1", true, false, "A481", "legionnaires disease", "Legionnaires' disease" },
                    { "A51.0", true, false, "A510", "primary genital syphilis", "Primary genital syphilis" },
                    { "A53.9", true, false, "A539", "syphilis unspecified", "Syphilis, unspecified" },
                    { "A54.9", true, false, "A549", "gonococcal infection unspecified", "Gonococcal infection, unspecified" },
                    { "A56.8", true, false, "A568", "sexually transmitted chlamydial infection of other sites", "Sexually transmitted chlamydial infection of other sites" },
                    { "A59.9", true, false, "A599", "trichomoniasis unspecified", "Trichomoniasis, unspecified" },
                    { "A60.00", true, false, "A6000", "herpesviral infection of urogenital system unspecified", "Herpesviral infection of urogenital system, unspecified" },
                    { "A82.9", true, false, "A829", "rabies unspecified", "Rabies, unspecified" },
                    { "A87.9", true, false, "A879", "viral meningitis unspecified", "Viral meningitis, unspecified" },
                    { "A90", true, false, "A90", "dengue fever classical dengue", "Dengue fever [classical dengue]" },
                    { "A92.0", true, false, "A920", "chikungunya virus disease", "Chikungunya virus disease" },
                    { "A95.9", true, false, "A959", "yellow fever unspecified", "Yellow fever, unspecified" },
                    { "A96.2", true, false, "A962", "lassa fever", "Lassa fever" },
                    { "A98.4", true, false, "A984", "ebola virus disease", "Ebola virus disease" },
                    { "B00.9", true, false, "B009", "herpesviral infection unspecified", "Herpesviral infection, unspecified" },
                    { "B01.9", true, false, "B019", "varicella without complication", "Varicella without complication" },
                    { "B02.9", true, false, "B029", "zoster without complications", "Zoster without complications" },
                    { "B05.9", true, false, "B059", "measles without complication", "Measles without complication" },
                    { "B06.9", true, false, "B069", "rubella without complication", "Rubella without complication" },
                    { "B15.9", true, false, "B159", "hepatitis a without hepatic coma", "Hepatitis A without hepatic coma" },
                    { "B16.9", true, false, "B169", "acute hepatitis b without delta agent and without hepatic coma", "Acute hepatitis B without delta-agent and without hepatic coma" },
                    { "B17.10", true, false, "B1710", "acute hepatitis c without hepatic coma", "Acute hepatitis C without hepatic coma" },
                    { "B18.1", true, false, "B181", "chronic viral hepatitis b without delta agent", "Chronic viral hepatitis B without delta-agent" },
                    { "B18.2", true, false, "B182", "chronic viral hepatitis c", "Chronic viral hepatitis C" },
                    { "B20", true, false, "B20", "human immunodeficiency virus hiv disease", "Human immunodeficiency virus [HIV] disease" },
                    { "B26.9", true, false, "B269", "mumps without complication", "Mumps without complication" },
                    { "B27.90", true, false, "B2790", "infectious mononucleosis unspecified without complication", "Infectious mononucleosis, unspecified without complication" },
                    { "B34.9", true, false, "B349", "viral infection unspecified", "Viral infection, unspecified" },
                    { "B35.4", true, false, "B354", "tinea corporis", "Tinea corporis" },
                    { "B37.0", true, false, "B370", "candidal stomatitis", "Candidal stomatitis" },
                    { "B45.1", true, false, "B451", "cerebral cryptococcosis", "Cerebral cryptococcosis" },
                    { "B50.0", true, false, "B500", "plasmodium falciparum malaria with cerebral complications", "Plasmodium falciparum malaria with cerebral complications" },
                    { "B50.9", true, false, "B509", "plasmodium falciparum malaria unspecified", "Plasmodium falciparum malaria, unspecified" },
                    { "B51.9", true, false, "B519", "plasmodium vivax malaria without complication", "Plasmodium vivax malaria without complication" },
                    { "B54", true, false, "B54", "unspecified malaria", "Unspecified malaria" },
                    { "B58.9", true, false, "B589", "toxoplasmosis unspecified", "Toxoplasmosis, unspecified" },
                    { "B65.0", true, false, "B650", "schistosomiasis due to schistosoma haematobium urinary schistosomiasis", "Schistosomiasis due to Schistosoma haematobium [urinary schistosomiasis]" },
                    { "B73.00", true, false, "B7300", "onchocerciasis with eye involvement unspecified", "Onchocerciasis with eye involvement, unspecified" },
                    { "B74.9", true, false, "B749", "filariasis unspecified", "Filariasis, unspecified" },
                    { "B76.9", true, false, "B769", "hookworm disease unspecified", "Hookworm disease, unspecified" },
                    { "B77.9", true, false, "B779", "ascariasis unspecified", "Ascariasis, unspecified" },
                    { "B86", true, false, "B86", "scabies", "Scabies" },
                    { "C18.9", true, false, "C189", "malignant neoplasm of colon unspecified", "Malignant neoplasm of colon, unspecified" },
                    { "C20", true, false, "C20", "malignant neoplasm of rectum", "Malignant neoplasm of rectum" },
                    { "C22.0", true, false, "C220", "liver cell carcinoma", "Liver cell carcinoma" },
                    { "C25.9", true, false, "C259", "malignant neoplasm of pancreas unspecified", "Malignant neoplasm of pancreas, unspecified" },
                    { "C34.90", true, false, "C3490", "malignant neoplasm of unspecified part of unspecified bronchus or lung", "Malignant neoplasm of unspecified part of unspecified bronchus or lung" },
                    { "C50.911", true, false, "C50911", "malignant neoplasm of unspecified site of right female breast", "Malignant neoplasm of unspecified site of right female breast" },
                    { "C50.912", true, false, "C50912", "malignant neoplasm of unspecified site of left female breast", "Malignant neoplasm of unspecified site of left female breast" },
                    { "C53.9", true, false, "C539", "malignant neoplasm of cervix uteri unspecified", "Malignant neoplasm of cervix uteri, unspecified" },
                    { "C54.1", true, false, "C541", "malignant neoplasm of endometrium", "Malignant neoplasm of endometrium" },
                    { "C56.9", true, false, "C569", "malignant neoplasm of unspecified ovary", "Malignant neoplasm of unspecified ovary" },
                    { "C61", true, false, "C61", "malignant neoplasm of prostate", "Malignant neoplasm of prostate" },
                    { "C67.9", true, false, "C679", "malignant neoplasm of bladder unspecified", "Malignant neoplasm of bladder, unspecified" },
                    { "C73", true, false, "C73", "malignant neoplasm of thyroid gland", "Malignant neoplasm of thyroid gland" },
                    { "C83.70", true, false, "C8370", "burkitt lymphoma unspecified site", "Burkitt lymphoma, unspecified site" },
                    { "C90.00", true, false, "C9000", "multiple myeloma not having achieved remission", "Multiple myeloma not having achieved remission" },
                    { "C91.00", true, false, "C9100", "acute lymphoblastic leukemia not having achieved remission", "Acute lymphoblastic leukemia not having achieved remission" },
                    { "D12.6", true, false, "D126", "benign neoplasm of colon unspecified", "Benign neoplasm of colon, unspecified" },
                    { "D25.9", true, false, "D259", "leiomyoma of uterus unspecified", "Leiomyoma of uterus, unspecified" },
                    { "D50.9", true, false, "D509", "iron deficiency anemia unspecified", "Iron deficiency anemia, unspecified" },
                    { "D51.0", true, false, "D510", "vitamin b12 deficiency anemia due to intrinsic factor deficiency", "Vitamin B12 deficiency anemia due to intrinsic factor deficiency" },
                    { "D52.9", true, false, "D529", "folate deficiency anemia unspecified", "Folate deficiency anemia, unspecified" },
                    { "D55.0", true, false, "D550", "anemia due to glucose 6 phosphate dehydrogenase g6pd deficiency", "Anemia due to glucose-6-phosphate dehydrogenase [G6PD] deficiency" },
                    { "D57.00", true, false, "D5700", "hb ss disease with crisis unspecified", "Hb-SS disease with crisis, unspecified" },
                    { "D57.1", true, false, "D571", "sickle cell disease without crisis", "Sickle-cell disease without crisis" },
                    { "D57.3", true, false, "D573", "sickle cell trait", "Sickle-cell trait" },
                    { "D62", true, false, "D62", "acute posthemorrhagic anemia", "Acute posthemorrhagic anemia" },
                    { "D63.1", true, false, "D631", "anemia in chronic kidney disease", "Anemia in chronic kidney disease" },
                    { "D64.9", true, false, "D649", "anemia unspecified", "Anemia, unspecified" },
                    { "D65", true, false, "D65", "disseminated intravascular coagulation defibrination syndrome", "Disseminated intravascular coagulation [defibrination syndrome]" },
                    { "D66", true, false, "D66", "hereditary factor viii deficiency", "Hereditary factor VIII deficiency" },
                    { "D69.6", true, false, "D696", "thrombocytopenia unspecified", "Thrombocytopenia, unspecified" },
                    { "D70.9", true, false, "D709", "neutropenia unspecified", "Neutropenia, unspecified" },
                    { "D86.9", true, false, "D869", "sarcoidosis unspecified", "Sarcoidosis, unspecified" },
                    { "E03.9", true, false, "E039", "hypothyroidism unspecified", "Hypothyroidism, unspecified" },
                    { "E04.9", true, false, "E049", "nontoxic goiter unspecified", "Nontoxic goiter, unspecified" },
                    { "E05.00", true, false, "E0500", "thyrotoxicosis with diffuse goiter without thyrotoxic crisis or storm", "Thyrotoxicosis with diffuse goiter without thyrotoxic crisis or storm" },
                    { "E05.90", true, false, "E0590", "thyrotoxicosis unspecified without thyrotoxic crisis or storm", "Thyrotoxicosis, unspecified without thyrotoxic crisis or storm" },
                    { "E06.3", true, false, "E063", "autoimmune thyroiditis", "Autoimmune thyroiditis" },
                    { "E10.10", true, false, "E1010", "type 1 diabetes mellitus with ketoacidosis without coma", "Type 1 diabetes mellitus with ketoacidosis without coma" },
                    { "E10.65", true, false, "E1065", "type 1 diabetes mellitus with hyperglycemia", "Type 1 diabetes mellitus with hyperglycemia" },
                    { "E10.9", true, false, "E109", "type 1 diabetes mellitus without complications", "Type 1 diabetes mellitus without complications" },
                    { "E11.00", true, false, "E1100", "type 2 diabetes mellitus with hyperosmolarity without nonketotic hyperglycemic hyperosmolar coma nkhhc", "Type 2 diabetes mellitus with hyperosmolarity without nonketotic hyperglycemic-hyperosmolar coma (NKHHC)" },
                    { "E11.21", true, false, "E1121", "type 2 diabetes mellitus with diabetic nephropathy", "Type 2 diabetes mellitus with diabetic nephropathy" },
                    { "E11.22", true, false, "E1122", "type 2 diabetes mellitus with diabetic chronic kidney disease", "Type 2 diabetes mellitus with diabetic chronic kidney disease" },
                    { "E11.319", true, false, "E11319", "type 2 diabetes mellitus with unspecified diabetic retinopathy without macular edema", "Type 2 diabetes mellitus with unspecified diabetic retinopathy without macular edema" },
                    { "E11.40", true, false, "E1140", "type 2 diabetes mellitus with diabetic neuropathy unspecified", "Type 2 diabetes mellitus with diabetic neuropathy, unspecified" },
                    { "E11.51", true, false, "E1151", "type 2 diabetes mellitus with diabetic peripheral angiopathy without gangrene", "Type 2 diabetes mellitus with diabetic peripheral angiopathy without gangrene" },
                    { "E11.621", true, false, "E11621", "type 2 diabetes mellitus with foot ulcer", "Type 2 diabetes mellitus with foot ulcer" },
                    { "E11.649", true, false, "E11649", "type 2 diabetes mellitus with hypoglycemia without coma", "Type 2 diabetes mellitus with hypoglycemia without coma" },
                    { "E11.65", true, false, "E1165", "type 2 diabetes mellitus with hyperglycemia", "Type 2 diabetes mellitus with hyperglycemia" },
                    { "E11.9", true, false, "E119", "type 2 diabetes mellitus without complications", "Type 2 diabetes mellitus without complications" },
                    { "E16.2", true, false, "E162", "hypoglycemia unspecified", "Hypoglycemia, unspecified" },
                    { "E21.0", true, false, "E210", "primary hyperparathyroidism", "Primary hyperparathyroidism" },
                    { "E27.1", true, false, "E271", "primary adrenocortical insufficiency", "Primary adrenocortical insufficiency" },
                    { "E28.2", true, false, "E282", "polycystic ovarian syndrome", "Polycystic ovarian syndrome" },
                    { "E40", true, false, "E40", "kwashiorkor", "Kwashiorkor" },
                    { "E41", true, false, "E41", "nutritional marasmus", "Nutritional marasmus" },
                    { "E43", true, false, "E43", "unspecified severe protein calorie malnutrition", "Unspecified severe protein-calorie malnutrition" },
                    { "E44.0", true, false, "E440", "moderate protein calorie malnutrition", "Moderate protein-calorie malnutrition" },
                    { "E46", true, false, "E46", "unspecified protein calorie malnutrition", "Unspecified protein-calorie malnutrition" },
                    { "E55.9", true, false, "E559", "vitamin d deficiency unspecified", "Vitamin D deficiency, unspecified" },
                    { "E66.9", true, false, "E669", "obesity unspecified", "Obesity, unspecified" },
                    { "E78.00", true, false, "E7800", "pure hypercholesterolemia unspecified", "Pure hypercholesterolemia, unspecified" },
                    { "E78.2", true, false, "E782", "mixed hyperlipidemia", "Mixed hyperlipidemia" },
                    { "E78.5", true, false, "E785", "hyperlipidemia unspecified", "Hyperlipidemia, unspecified" },
                    { "E83.42", true, false, "E8342", "hypomagnesemia", "Hypomagnesemia" },
                    { "E86.0", true, false, "E860", "dehydration", "Dehydration" },
                    { "E87.1", true, false, "E871", "hypo osmolality and hyponatremia", "Hypo-osmolality and hyponatremia" },
                    { "E87.20", true, false, "E8720", "acidosis unspecified", "Acidosis, unspecified" },
                    { "E87.5", true, false, "E875", "hyperkalemia", "Hyperkalemia" },
                    { "E87.6", true, false, "E876", "hypokalemia", "Hypokalemia" },
                    { "F03.90", true, false, "F0390", "unspecified dementia unspecified severity without behavioral disturbance psychotic disturbance mood disturbance and anxiety", "Unspecified dementia, unspecified severity, without behavioral disturbance, psychotic disturbance, mood disturbance, and anxiety" },
                    { "F05", true, false, "F05", "delirium due to known physiological condition", "Delirium due to known physiological condition" },
                    { "F10.10", true, false, "F1010", "alcohol abuse uncomplicated", "Alcohol abuse, uncomplicated" },
                    { "F10.20", true, false, "F1020", "alcohol dependence uncomplicated", "Alcohol dependence, uncomplicated" },
                    { "F11.20", true, false, "F1120", "opioid dependence uncomplicated", "Opioid dependence, uncomplicated" },
                    { "F17.210", true, false, "F17210", "nicotine dependence cigarettes uncomplicated", "Nicotine dependence, cigarettes, uncomplicated" },
                    { "F20.9", true, false, "F209", "schizophrenia unspecified", "Schizophrenia, unspecified" },
                    { "F31.9", true, false, "F319", "bipolar disorder unspecified", "Bipolar disorder, unspecified" },
                    { "F32.9", true, false, "F329", "major depressive disorder single episode unspecified", "Major depressive disorder, single episode, unspecified" },
                    { "F32.A", true, false, "F32A", "depression unspecified", "Depression, unspecified" },
                    { "F33.9", true, false, "F339", "major depressive disorder recurrent unspecified", "Major depressive disorder, recurrent, unspecified" },
                    { "F41.0", true, false, "F410", "panic disorder episodic paroxysmal anxiety", "Panic disorder [episodic paroxysmal anxiety]" },
                    { "F41.1", true, false, "F411", "generalized anxiety disorder", "Generalized anxiety disorder" },
                    { "F41.9", true, false, "F419", "anxiety disorder unspecified", "Anxiety disorder, unspecified" },
                    { "F43.10", true, false, "F4310", "post traumatic stress disorder unspecified", "Post-traumatic stress disorder, unspecified" },
                    { "F53.0", true, false, "F530", "postpartum depression", "Postpartum depression" },
                    { "F84.0", true, false, "F840", "autistic disorder", "Autistic disorder" },
                    { "F90.9", true, false, "F909", "attention deficit hyperactivity disorder unspecified type", "Attention-deficit hyperactivity disorder, unspecified type" },
                    { "G00.1", true, false, "G001", "pneumococcal meningitis", "Pneumococcal meningitis" },
                    { "G00.9", true, false, "G009", "bacterial meningitis unspecified", "Bacterial meningitis, unspecified" },
                    { "G03.9", true, false, "G039", "meningitis unspecified", "Meningitis, unspecified" },
                    { "G20.A1", true, false, "G20A1", "parkinsons disease without dyskinesia without mention of fluctuations", "Parkinson's disease without dyskinesia, without mention of fluctuations" },
                    { "G30.9", true, false, "G309", "alzheimers disease unspecified", "Alzheimer's disease, unspecified" },
                    { "G35.D", true, false, "G35D", "multiple sclerosis unspecified", "Multiple sclerosis, unspecified" },
                    { "G40.901", true, false, "G40901", "epilepsy unspecified not intractable with status epilepticus", "Epilepsy, unspecified, not intractable, with status epilepticus" },
                    { "G40.909", true, false, "G40909", "epilepsy unspecified not intractable without status epilepticus", "Epilepsy, unspecified, not intractable, without status epilepticus" },
                    { "G43.909", true, false, "G43909", "migraine unspecified not intractable without status migrainosus", "Migraine, unspecified, not intractable, without status migrainosus" },
                    { "G44.209", true, false, "G44209", "tension type headache unspecified not intractable", "Tension-type headache, unspecified, not intractable" },
                    { "G45.9", true, false, "G459", "transient cerebral ischemic attack unspecified", "Transient cerebral ischemic attack, unspecified" },
                    { "G47.00", true, false, "G4700", "insomnia unspecified", "Insomnia, unspecified" },
                    { "G47.33", true, false, "G4733", "obstructive sleep apnea adult pediatric", "Obstructive sleep apnea (adult) (pediatric)" },
                    { "G51.0", true, false, "G510", "bells palsy", "Bell's palsy" },
                    { "G56.00", true, false, "G5600", "carpal tunnel syndrome unspecified upper limb", "Carpal tunnel syndrome, unspecified upper limb" },
                    { "G61.0", true, false, "G610", "guillain barre syndrome", "Guillain-Barre syndrome" },
                    { "G80.9", true, false, "G809", "cerebral palsy unspecified", "Cerebral palsy, unspecified" },
                    { "H10.9", true, false, "H109", "unspecified conjunctivitis", "Unspecified conjunctivitis" },
                    { "H25.9", true, false, "H259", "unspecified age related cataract", "Unspecified age-related cataract" },
                    { "H40.9", true, false, "H409", "unspecified glaucoma", "Unspecified glaucoma" },
                    { "H60.90", true, false, "H6090", "unspecified otitis externa unspecified ear", "Unspecified otitis externa, unspecified ear" },
                    { "H61.20", true, false, "H6120", "impacted cerumen unspecified ear", "Impacted cerumen, unspecified ear" },
                    { "H66.90", true, false, "H6690", "otitis media unspecified unspecified ear", "Otitis media, unspecified, unspecified ear" },
                    { "H91.90", true, false, "H9190", "unspecified hearing loss unspecified ear", "Unspecified hearing loss, unspecified ear" },
                    { "I05.0", true, false, "I050", "rheumatic mitral stenosis", "Rheumatic mitral stenosis" },
                    { "I09.9", true, false, "I099", "rheumatic heart disease unspecified", "Rheumatic heart disease, unspecified" },
                    { "I10", true, false, "I10", "essential primary hypertension", "Essential (primary) hypertension" },
                    { "I11.0", true, false, "I110", "hypertensive heart disease with heart failure", "Hypertensive heart disease with heart failure" },
                    { "I12.9", true, false, "I129", "hypertensive chronic kidney disease with stage 1 through stage 4 chronic kidney disease or unspecified chronic kidney disease", "Hypertensive chronic kidney disease with stage 1 through stage 4 chronic kidney disease, or unspecified chronic kidney disease" },
                    { "I16.0", true, false, "I160", "hypertensive urgency", "Hypertensive urgency" },
                    { "I16.1", true, false, "I161", "hypertensive emergency", "Hypertensive emergency" },
                    { "I20.0", true, false, "I200", "unstable angina", "Unstable angina" },
                    { "I20.9", true, false, "I209", "angina pectoris unspecified", "Angina pectoris, unspecified" },
                    { "I21.3", true, false, "I213", "st elevation stemi myocardial infarction of unspecified site", "ST elevation (STEMI) myocardial infarction of unspecified site" },
                    { "I21.4", true, false, "I214", "non st elevation nstemi myocardial infarction", "Non-ST elevation (NSTEMI) myocardial infarction" },
                    { "I21.9", true, false, "I219", "acute myocardial infarction unspecified", "Acute myocardial infarction, unspecified" },
                    { "I25.10", true, false, "I2510", "atherosclerotic heart disease of native coronary artery without angina pectoris", "Atherosclerotic heart disease of native coronary artery without angina pectoris" },
                    { "I25.2", true, false, "I252", "old myocardial infarction", "Old myocardial infarction" },
                    { "I26.99", true, false, "I2699", "other pulmonary embolism without acute cor pulmonale", "Other pulmonary embolism without acute cor pulmonale" },
                    { "I27.20", true, false, "I2720", "pulmonary hypertension unspecified", "Pulmonary hypertension, unspecified" },
                    { "I30.9", true, false, "I309", "acute pericarditis unspecified", "Acute pericarditis, unspecified" },
                    { "I33.0", true, false, "I330", "acute and subacute infective endocarditis", "Acute and subacute infective endocarditis" },
                    { "I34.0", true, false, "I340", "nonrheumatic mitral valve insufficiency", "Nonrheumatic mitral (valve) insufficiency" },
                    { "I35.0", true, false, "I350", "nonrheumatic aortic valve stenosis", "Nonrheumatic aortic (valve) stenosis" },
                    { "I42.0", true, false, "I420", "dilated cardiomyopathy", "Dilated cardiomyopathy" },
                    { "I44.2", true, false, "I442", "atrioventricular block complete", "Atrioventricular block, complete" },
                    { "I46.9", true, false, "I469", "cardiac arrest cause unspecified", "Cardiac arrest, cause unspecified" },
                    { "I47.10", true, false, "I4710", "supraventricular tachycardia unspecified", "Supraventricular tachycardia, unspecified" },
                    { "I48.0", true, false, "I480", "paroxysmal atrial fibrillation", "Paroxysmal atrial fibrillation" },
                    { "I48.91", true, false, "I4891", "unspecified atrial fibrillation", "Unspecified atrial fibrillation" },
                    { "I50.20", true, false, "I5020", "unspecified systolic congestive heart failure", "Unspecified systolic (congestive) heart failure" },
                    { "I50.30", true, false, "I5030", "unspecified diastolic congestive heart failure", "Unspecified diastolic (congestive) heart failure" },
                    { "I50.9", true, false, "I509", "heart failure unspecified", "Heart failure, unspecified" },
                    { "I60.9", true, false, "I609", "nontraumatic subarachnoid hemorrhage unspecified", "Nontraumatic subarachnoid hemorrhage, unspecified" },
                    { "I61.9", true, false, "I619", "nontraumatic intracerebral hemorrhage unspecified", "Nontraumatic intracerebral hemorrhage, unspecified" },
                    { "I63.9", true, false, "I639", "cerebral infarction unspecified", "Cerebral infarction, unspecified" },
                    { "I70.90", true, false, "I7090", "unspecified atherosclerosis", "Unspecified atherosclerosis" },
                    { "I71.40", true, false, "I7140", "abdominal aortic aneurysm without rupture unspecified", "Abdominal aortic aneurysm, without rupture, unspecified" },
                    { "I73.9", true, false, "I739", "peripheral vascular disease unspecified", "Peripheral vascular disease, unspecified" },
                    { "I80.3", true, false, "I803", "phlebitis and thrombophlebitis of lower extremities unspecified", "Phlebitis and thrombophlebitis of lower extremities, unspecified" },
                    { "I82.409", true, false, "I82409", "acute embolism and thrombosis of unspecified deep veins of unspecified lower extremity", "Acute embolism and thrombosis of unspecified deep veins of unspecified lower extremity" },
                    { "I83.90", true, false, "I8390", "asymptomatic varicose veins of unspecified lower extremity", "Asymptomatic varicose veins of unspecified lower extremity" },
                    { "I95.1", true, false, "I951", "orthostatic hypotension", "Orthostatic hypotension" },
                    { "I95.9", true, false, "I959", "hypotension unspecified", "Hypotension, unspecified" },
                    { "J00", true, false, "J00", "acute nasopharyngitis common cold", "Acute nasopharyngitis [common cold]" },
                    { "J01.90", true, false, "J0190", "acute sinusitis unspecified", "Acute sinusitis, unspecified" },
                    { "J02.9", true, false, "J029", "acute pharyngitis unspecified", "Acute pharyngitis, unspecified" },
                    { "J03.90", true, false, "J0390", "acute tonsillitis unspecified", "Acute tonsillitis, unspecified" },
                    { "J06.9", true, false, "J069", "acute upper respiratory infection unspecified", "Acute upper respiratory infection, unspecified" },
                    { "J09.X2", true, false, "J09X2", "influenza due to identified novel influenza a virus with other respiratory manifestations", "Influenza due to identified novel influenza A virus with other respiratory manifestations" },
                    { "J10.1", true, false, "J101", "influenza due to other identified influenza virus with other respiratory manifestations", "Influenza due to other identified influenza virus with other respiratory manifestations" },
                    { "J12.82", true, false, "J1282", "pneumonia due to coronavirus disease 2019", "Pneumonia due to coronavirus disease 2019" },
                    { "J13", true, false, "J13", "pneumonia due to streptococcus pneumoniae", "Pneumonia due to Streptococcus pneumoniae" },
                    { "J15.9", true, false, "J159", "unspecified bacterial pneumonia", "Unspecified bacterial pneumonia" },
                    { "J18.0", true, false, "J180", "bronchopneumonia unspecified organism", "Bronchopneumonia, unspecified organism" },
                    { "J18.1", true, false, "J181", "lobar pneumonia unspecified organism", "Lobar pneumonia, unspecified organism" },
                    { "J18.9", true, false, "J189", "pneumonia unspecified organism", "Pneumonia, unspecified organism" },
                    { "J20.9", true, false, "J209", "acute bronchitis unspecified", "Acute bronchitis, unspecified" },
                    { "J21.9", true, false, "J219", "acute bronchiolitis unspecified", "Acute bronchiolitis, unspecified" },
                    { "J30.9", true, false, "J309", "allergic rhinitis unspecified", "Allergic rhinitis, unspecified" },
                    { "J32.9", true, false, "J329", "chronic sinusitis unspecified", "Chronic sinusitis, unspecified" },
                    { "J40", true, false, "J40", "bronchitis not specified as acute or chronic", "Bronchitis, not specified as acute or chronic" },
                    { "J44.0", true, false, "J440", "chronic obstructive pulmonary disease with acute lower respiratory infection", "Chronic obstructive pulmonary disease with (acute) lower respiratory infection" },
                    { "J44.1", true, false, "J441", "chronic obstructive pulmonary disease with acute exacerbation", "Chronic obstructive pulmonary disease with (acute) exacerbation" },
                    { "J44.9", true, false, "J449", "chronic obstructive pulmonary disease unspecified", "Chronic obstructive pulmonary disease, unspecified" },
                    { "J45.20", true, false, "J4520", "mild intermittent asthma uncomplicated", "Mild intermittent asthma, uncomplicated" },
                    { "J45.901", true, false, "J45901", "unspecified asthma with acute exacerbation", "Unspecified asthma with (acute) exacerbation" },
                    { "J45.902", true, false, "J45902", "unspecified asthma with status asthmaticus", "Unspecified asthma with status asthmaticus" },
                    { "J45.909", true, false, "J45909", "unspecified asthma uncomplicated", "Unspecified asthma, uncomplicated" },
                    { "J47.9", true, false, "J479", "bronchiectasis uncomplicated", "Bronchiectasis, uncomplicated" },
                    { "J69.0", true, false, "J690", "pneumonitis due to inhalation of food and vomit", "Pneumonitis due to inhalation of food and vomit" },
                    { "J80", true, false, "J80", "acute respiratory distress syndrome", "Acute respiratory distress syndrome" },
                    { "J81.0", true, false, "J810", "acute pulmonary edema", "Acute pulmonary edema" },
                    { "J84.10", true, false, "J8410", "pulmonary fibrosis unspecified", "Pulmonary fibrosis, unspecified" },
                    { "J86.9", true, false, "J869", "pyothorax without fistula", "Pyothorax without fistula" },
                    { "J90", true, false, "J90", "pleural effusion not elsewhere classified", "Pleural effusion, not elsewhere classified" },
                    { "J93.9", true, false, "J939", "pneumothorax unspecified", "Pneumothorax, unspecified" },
                    { "J96.00", true, false, "J9600", "acute respiratory failure unspecified whether with hypoxia or hypercapnia", "Acute respiratory failure, unspecified whether with hypoxia or hypercapnia" },
                    { "J96.01", true, false, "J9601", "acute respiratory failure with hypoxia", "Acute respiratory failure with hypoxia" },
                    { "J96.02", true, false, "J9602", "acute respiratory failure with hypercapnia", "Acute respiratory failure with hypercapnia" },
                    { "K02.9", true, false, "K029", "dental caries unspecified", "Dental caries, unspecified" },
                    { "K04.7", true, false, "K047", "periapical abscess without sinus", "Periapical abscess without sinus" },
                    { "K21.00", true, false, "K2100", "gastro esophageal reflux disease with esophagitis without bleeding", "Gastro-esophageal reflux disease with esophagitis, without bleeding" },
                    { "K21.9", true, false, "K219", "gastro esophageal reflux disease without esophagitis", "Gastro-esophageal reflux disease without esophagitis" },
                    { "K25.9", true, false, "K259", "gastric ulcer unspecified as acute or chronic without hemorrhage or perforation", "Gastric ulcer, unspecified as acute or chronic, without hemorrhage or perforation" },
                    { "K26.9", true, false, "K269", "duodenal ulcer unspecified as acute or chronic without hemorrhage or perforation", "Duodenal ulcer, unspecified as acute or chronic, without hemorrhage or perforation" },
                    { "K27.9", true, false, "K279", "peptic ulcer site unspecified unspecified as acute or chronic without hemorrhage or perforation", "Peptic ulcer, site unspecified, unspecified as acute or chronic, without hemorrhage or perforation" },
                    { "K29.70", true, false, "K2970", "gastritis unspecified without bleeding", "Gastritis, unspecified, without bleeding" },
                    { "K30", true, false, "K30", "functional dyspepsia", "Functional dyspepsia" },
                    { "K35.80", true, false, "K3580", "unspecified acute appendicitis", "Unspecified acute appendicitis" },
                    { "K40.90", true, false, "K4090", "unilateral inguinal hernia without obstruction or gangrene not specified as recurrent", "Unilateral inguinal hernia, without obstruction or gangrene, not specified as recurrent" },
                    { "K42.9", true, false, "K429", "umbilical hernia without obstruction or gangrene", "Umbilical hernia without obstruction or gangrene" },
                    { "K50.90", true, false, "K5090", "crohns disease unspecified without complications", "Crohn's disease, unspecified, without complications" },
                    { "K51.90", true, false, "K5190", "ulcerative colitis unspecified without complications", "Ulcerative colitis, unspecified, without complications" },
                    { "K52.9", true, false, "K529", "noninfective gastroenteritis and colitis unspecified", "Noninfective gastroenteritis and colitis, unspecified" },
                    { "K56.609", true, false, "K56609", "unspecified intestinal obstruction unspecified as to partial versus complete obstruction", "Unspecified intestinal obstruction, unspecified as to partial versus complete obstruction" },
                    { "K57.90", true, false, "K5790", "diverticulosis of intestine part unspecified without perforation or abscess without bleeding", "Diverticulosis of intestine, part unspecified, without perforation or abscess without bleeding" },
                    { "K58.9", true, false, "K589", "irritable bowel syndrome unspecified", "Irritable bowel syndrome, unspecified" },
                    { "K59.00", true, false, "K5900", "constipation unspecified", "Constipation, unspecified" },
                    { "K60.2", true, false, "K602", "anal fissure unspecified", "Anal fissure, unspecified" },
                    { "K64.9", true, false, "K649", "unspecified hemorrhoids", "Unspecified hemorrhoids" },
                    { "K65.0", true, false, "K650", "generalized acute peritonitis", "Generalized (acute) peritonitis" },
                    { "K70.30", true, false, "K7030", "alcoholic cirrhosis of liver without ascites", "Alcoholic cirrhosis of liver without ascites" },
                    { "K74.60", true, false, "K7460", "unspecified cirrhosis of liver", "Unspecified cirrhosis of liver" },
                    { "K75.0", true, false, "K750", "abscess of liver", "Abscess of liver" },
                    { "K76.0", true, false, "K760", "fatty change of liver not elsewhere classified", "Fatty (change of) liver, not elsewhere classified" },
                    { "K80.20", true, false, "K8020", "calculus of gallbladder without cholecystitis without obstruction", "Calculus of gallbladder without cholecystitis without obstruction" },
                    { "K81.0", true, false, "K810", "acute cholecystitis", "Acute cholecystitis" },
                    { "K85.90", true, false, "K8590", "acute pancreatitis without necrosis or infection unspecified", "Acute pancreatitis without necrosis or infection, unspecified" },
                    { "K92.0", true, false, "K920", "hematemesis", "Hematemesis" },
                    { "K92.1", true, false, "K921", "melena", "Melena" },
                    { "K92.2", true, false, "K922", "gastrointestinal hemorrhage unspecified", "Gastrointestinal hemorrhage, unspecified" },
                    { "L01.00", true, false, "L0100", "impetigo unspecified", "Impetigo, unspecified" },
                    { "L02.91", true, false, "L0291", "cutaneous abscess unspecified", "Cutaneous abscess, unspecified" },
                    { "L03.90", true, false, "L0390", "cellulitis unspecified", "Cellulitis, unspecified" },
                    { "L20.9", true, false, "L209", "atopic dermatitis unspecified", "Atopic dermatitis, unspecified" },
                    { "L30.9", true, false, "L309", "dermatitis unspecified", "Dermatitis, unspecified" },
                    { "L40.9", true, false, "L409", "psoriasis unspecified", "Psoriasis, unspecified" },
                    { "L50.9", true, false, "L509", "urticaria unspecified", "Urticaria, unspecified" },
                    { "L51.1", true, false, "L511", "stevens johnson syndrome", "Stevens-Johnson syndrome" },
                    { "L70.0", true, false, "L700", "acne vulgaris", "Acne vulgaris" },
                    { "L89.90", true, false, "L8990", "pressure ulcer of unspecified site unspecified stage", "Pressure ulcer of unspecified site, unspecified stage" },
                    { "M06.9", true, false, "M069", "rheumatoid arthritis unspecified", "Rheumatoid arthritis, unspecified" },
                    { "M10.9", true, false, "M109", "gout unspecified", "Gout, unspecified" },
                    { "M16.9", true, false, "M169", "osteoarthritis of hip unspecified", "Osteoarthritis of hip, unspecified" },
                    { "M17.9", true, false, "M179", "osteoarthritis of knee unspecified", "Osteoarthritis of knee, unspecified" },
                    { "M19.90", true, false, "M1990", "unspecified osteoarthritis unspecified site", "Unspecified osteoarthritis, unspecified site" },
                    { "M25.50", true, false, "M2550", "pain in unspecified joint", "Pain in unspecified joint" },
                    { "M32.9", true, false, "M329", "systemic lupus erythematosus unspecified", "Systemic lupus erythematosus, unspecified" },
                    { "M45.9", true, false, "M459", "ankylosing spondylitis of unspecified sites in spine", "Ankylosing spondylitis of unspecified sites in spine" },
                    { "M54.2", true, false, "M542", "cervicalgia", "Cervicalgia" },
                    { "M54.50", true, false, "M5450", "low back pain unspecified", "Low back pain, unspecified" },
                    { "M62.82", true, false, "M6282", "rhabdomyolysis", "Rhabdomyolysis" },
                    { "M79.10", true, false, "M7910", "myalgia unspecified site", "Myalgia, unspecified site" },
                    { "M79.7", true, false, "M797", "fibromyalgia", "Fibromyalgia" },
                    { "M81.0", true, false, "M810", "age related osteoporosis without current pathological fracture", "Age-related osteoporosis without current pathological fracture" },
                    { "M86.9", true, false, "M869", "osteomyelitis unspecified", "Osteomyelitis, unspecified" },
                    { "N04.9", true, false, "N049", "nephrotic syndrome with unspecified morphologic changes", "Nephrotic syndrome with unspecified morphologic changes" },
                    { "N10", true, false, "N10", "acute pyelonephritis", "Acute pyelonephritis" },
                    { "N13.30", true, false, "N1330", "unspecified hydronephrosis", "Unspecified hydronephrosis" },
                    { "N17.9", true, false, "N179", "acute kidney failure unspecified", "Acute kidney failure, unspecified" },
                    { "N18.30", true, false, "N1830", "chronic kidney disease stage 3 unspecified", "Chronic kidney disease, stage 3 unspecified" },
                    { "N18.4", true, false, "N184", "chronic kidney disease stage 4 severe", "Chronic kidney disease, stage 4 (severe)" },
                    { "N18.5", true, false, "N185", "chronic kidney disease stage 5", "Chronic kidney disease, stage 5" },
                    { "N18.6", true, false, "N186", "end stage renal disease", "End stage renal disease" },
                    { "N18.9", true, false, "N189", "chronic kidney disease unspecified", "Chronic kidney disease, unspecified" },
                    { "N20.0", true, false, "N200", "calculus of kidney", "Calculus of kidney" },
                    { "N20.1", true, false, "N201", "calculus of ureter", "Calculus of ureter" },
                    { "N30.00", true, false, "N3000", "acute cystitis without hematuria", "Acute cystitis without hematuria" },
                    { "N39.0", true, false, "N390", "urinary tract infection site not specified", "Urinary tract infection, site not specified" },
                    { "N40.0", true, false, "N400", "benign prostatic hyperplasia without lower urinary tract symptoms", "Benign prostatic hyperplasia without lower urinary tract symptoms" },
                    { "N40.1", true, false, "N401", "benign prostatic hyperplasia with lower urinary tract symptoms", "Benign prostatic hyperplasia with lower urinary tract symptoms" },
                    { "N44.00", true, false, "N4400", "torsion of testis unspecified", "Torsion of testis, unspecified" },
                    { "N45.1", true, false, "N451", "epididymitis", "Epididymitis" },
                    { "N70.91", true, false, "N7091", "salpingitis unspecified", "Salpingitis, unspecified" },
                    { "N73.9", true, false, "N739", "female pelvic inflammatory disease unspecified", "Female pelvic inflammatory disease, unspecified" },
                    { "N76.0", true, false, "N760", "acute vaginitis", "Acute vaginitis" },
                    { "N80.9", true, false, "N809", "endometriosis unspecified", "Endometriosis, unspecified" },
                    { "N83.209", true, false, "N83209", "unspecified ovarian cyst unspecified side", "Unspecified ovarian cyst, unspecified side" },
                    { "N92.0", true, false, "N920", "excessive and frequent menstruation with regular cycle", "Excessive and frequent menstruation with regular cycle" },
                    { "N94.6", true, false, "N946", "dysmenorrhea unspecified", "Dysmenorrhea, unspecified" },
                    { "N97.9", true, false, "N979", "female infertility unspecified", "Female infertility, unspecified" },
                    { "O00.90", true, false, "O0090", "unspecified ectopic pregnancy without intrauterine pregnancy", "Unspecified ectopic pregnancy without intrauterine pregnancy" },
                    { "O03.9", true, false, "O039", "complete or unspecified spontaneous abortion without complication", "Complete or unspecified spontaneous abortion without complication" },
                    { "O13.9", true, false, "O139", "gestational pregnancy induced hypertension without significant proteinuria unspecified trimester", "Gestational [pregnancy-induced] hypertension without significant proteinuria, unspecified trimester" },
                    { "O14.10", true, false, "O1410", "severe pre eclampsia unspecified trimester", "Severe pre-eclampsia, unspecified trimester" },
                    { "O14.90", true, false, "O1490", "unspecified pre eclampsia unspecified trimester", "Unspecified pre-eclampsia, unspecified trimester" },
                    { "O15.9", true, false, "O159", "eclampsia unspecified as to time period", "Eclampsia, unspecified as to time period" },
                    { "O20.0", true, false, "O200", "threatened abortion", "Threatened abortion" },
                    { "O21.0", true, false, "O210", "mild hyperemesis gravidarum", "Mild hyperemesis gravidarum" },
                    { "O24.419", true, false, "O24419", "gestational diabetes mellitus in pregnancy unspecified control", "Gestational diabetes mellitus in pregnancy, unspecified control" },
                    { "O42.90", true, false, "O4290", "premature rupture of membranes unspecified as to length of time between rupture and onset of labor unspecified weeks of gestation", "Premature rupture of membranes, unspecified as to length of time between rupture and onset of labor, unspecified weeks of gestation" },
                    { "O47.9", true, false, "O479", "false labor unspecified", "False labor, unspecified" },
                    { "O60.00", true, false, "O6000", "preterm labor without delivery unspecified trimester", "Preterm labor without delivery, unspecified trimester" },
                    { "O72.1", true, false, "O721", "other immediate postpartum hemorrhage", "Other immediate postpartum hemorrhage" },
                    { "O80", true, false, "O80", "encounter for full term uncomplicated delivery", "Encounter for full-term uncomplicated delivery" },
                    { "O82", true, false, "O82", "encounter for cesarean delivery without indication", "Encounter for cesarean delivery without indication" },
                    { "O85", true, false, "O85", "puerperal sepsis", "Puerperal sepsis" },
                    { "O99.019", true, false, "O99019", "anemia complicating pregnancy unspecified trimester", "Anemia complicating pregnancy, unspecified trimester" },
                    { "P07.30", true, false, "P0730", "preterm newborn unspecified weeks of gestation", "Preterm newborn, unspecified weeks of gestation" },
                    { "P22.0", true, false, "P220", "respiratory distress syndrome of newborn", "Respiratory distress syndrome of newborn" },
                    { "P36.9", true, false, "P369", "bacterial sepsis of newborn unspecified", "Bacterial sepsis of newborn, unspecified" },
                    { "P59.9", true, false, "P599", "neonatal jaundice unspecified", "Neonatal jaundice, unspecified" },
                    { "Q21.3", true, false, "Q213", "tetralogy of fallot", "Tetralogy of Fallot" },
                    { "Q90.9", true, false, "Q909", "down syndrome unspecified", "Down syndrome, unspecified" },
                    { "R00.0", true, false, "R000", "tachycardia unspecified", "Tachycardia, unspecified" },
                    { "R00.2", true, false, "R002", "palpitations", "Palpitations" },
                    { "R04.0", true, false, "R040", "epistaxis", "Epistaxis" },
                    { "R05.9", true, false, "R059", "cough unspecified", "Cough, unspecified" },
                    { "R06.02", true, false, "R0602", "shortness of breath", "Shortness of breath" },
                    { "R07.9", true, false, "R079", "chest pain unspecified", "Chest pain, unspecified" },
                    { "R09.02", true, false, "R0902", "hypoxemia", "Hypoxemia" },
                    { "R10.0", true, false, "R100", "acute abdomen", "Acute abdomen" },
                    { "R10.9", true, false, "R109", "unspecified abdominal pain", "Unspecified abdominal pain" },
                    { "R11.2", true, false, "R112", "nausea with vomiting unspecified", "Nausea with vomiting, unspecified" },
                    { "R13.10", true, false, "R1310", "dysphagia unspecified", "Dysphagia, unspecified" },
                    { "R17", true, false, "R17", "unspecified jaundice", "Unspecified jaundice" },
                    { "R19.7", true, false, "R197", "diarrhea unspecified", "Diarrhea, unspecified" },
                    { "R21", true, false, "R21", "rash and other nonspecific skin eruption", "Rash and other nonspecific skin eruption" },
                    { "R31.9", true, false, "R319", "hematuria unspecified", "Hematuria, unspecified" },
                    { "R33.9", true, false, "R339", "retention of urine unspecified", "Retention of urine, unspecified" },
                    { "R40.20", true, false, "R4020", "unspecified coma", "Unspecified coma" },
                    { "R41.0", true, false, "R410", "disorientation unspecified", "Disorientation, unspecified" },
                    { "R41.82", true, false, "R4182", "altered mental status unspecified", "Altered mental status, unspecified" },
                    { "R42", true, false, "R42", "dizziness and giddiness", "Dizziness and giddiness" },
                    { "R50.9", true, false, "R509", "fever unspecified", "Fever, unspecified" },
                    { "R51.9", true, false, "R519", "headache unspecified", "Headache, unspecified" },
                    { "R53.83", true, false, "R5383", "other fatigue", "Other fatigue" },
                    { "R55", true, false, "R55", "syncope and collapse", "Syncope and collapse" },
                    { "R56.00", true, false, "R5600", "simple febrile convulsions", "Simple febrile convulsions" },
                    { "R56.9", true, false, "R569", "unspecified convulsions", "Unspecified convulsions" },
                    { "R57.0", true, false, "R570", "cardiogenic shock", "Cardiogenic shock" },
                    { "R60.9", true, false, "R609", "edema unspecified", "Edema, unspecified" },
                    { "R63.4", true, false, "R634", "abnormal weight loss", "Abnormal weight loss" },
                    { "R65.20", true, false, "R6520", "severe sepsis without septic shock", "Severe sepsis without septic shock" },
                    { "R65.21", true, false, "R6521", "severe sepsis with septic shock", "Severe sepsis with septic shock" },
                    { "R73.03", true, false, "R7303", "prediabetes", "Prediabetes" },
                    { "S00.93XA", true, false, "S0093XA", "contusion of unspecified part of head initial encounter", "Contusion of unspecified part of head, initial encounter" },
                    { "S06.0X0A", true, false, "S060X0A", "concussion without loss of consciousness initial encounter", "Concussion without loss of consciousness, initial encounter" },
                    { "S06.9X9A", true, false, "S069X9A", "unspecified intracranial injury with loss of consciousness of unspecified duration initial encounter", "Unspecified intracranial injury with loss of consciousness of unspecified duration, initial encounter" },
                    { "S22.39XA", true, false, "S2239XA", "fracture of one rib unspecified side initial encounter for closed fracture", "Fracture of one rib, unspecified side, initial encounter for closed fracture" },
                    { "S42.009A", true, false, "S42009A", "fracture of unspecified part of unspecified clavicle initial encounter for closed fracture", "Fracture of unspecified part of unspecified clavicle, initial encounter for closed fracture" },
                    { "S52.509A", true, false, "S52509A", "unspecified fracture of the lower end of unspecified radius initial encounter for closed fracture", "Unspecified fracture of the lower end of unspecified radius, initial encounter for closed fracture" },
                    { "S61.409A", true, false, "S61409A", "unspecified open wound of unspecified hand initial encounter", "Unspecified open wound of unspecified hand, initial encounter" },
                    { "S72.009A", true, false, "S72009A", "fracture of unspecified part of neck of unspecified femur initial encounter for closed fracture", "Fracture of unspecified part of neck of unspecified femur, initial encounter for closed fracture" },
                    { "S82.90XA", true, false, "S8290XA", "unspecified fracture of unspecified lower leg initial encounter for closed fracture", "Unspecified fracture of unspecified lower leg, initial encounter for closed fracture" },
                    { "S93.409A", true, false, "S93409A", "sprain of unspecified ligament of unspecified ankle initial encounter", "Sprain of unspecified ligament of unspecified ankle, initial encounter" },
                    { "T14.90XA", true, false, "T1490XA", "injury unspecified initial encounter", "Injury, unspecified, initial encounter" },
                    { "T30.0", true, false, "T300", "burn of unspecified body region unspecified degree", "Burn of unspecified body region, unspecified degree" },
                    { "T63.001A", true, false, "T63001A", "toxic effect of unspecified snake venom accidental unintentional initial encounter", "Toxic effect of unspecified snake venom, accidental (unintentional), initial encounter" },
                    { "T78.2XXA", true, false, "T782XXA", "anaphylactic shock unspecified initial encounter", "Anaphylactic shock, unspecified, initial encounter" },
                    { "T78.40XA", true, false, "T7840XA", "allergy unspecified initial encounter", "Allergy, unspecified, initial encounter" },
                    { "T81.40XA", true, false, "T8140XA", "infection following a procedure unspecified initial encounter", "Infection following a procedure, unspecified, initial encounter" },
                    { "U07.1", true, false, "U071", "covid 19", "COVID-19" },
                    { "Z00.00", true, false, "Z0000", "encounter for general adult medical examination without abnormal findings", "Encounter for general adult medical examination without abnormal findings" },
                    { "Z00.129", true, false, "Z00129", "encounter for routine child health examination without abnormal findings", "Encounter for routine child health examination without abnormal findings" },
                    { "Z01.818", true, false, "Z01818", "encounter for other preprocedural examination", "Encounter for other preprocedural examination" },
                    { "Z11.3", true, false, "Z113", "encounter for screening for infections with a predominantly sexual mode of transmission", "Encounter for screening for infections with a predominantly sexual mode of transmission" },
                    { "Z12.11", true, false, "Z1211", "encounter for screening for malignant neoplasm of colon", "Encounter for screening for malignant neoplasm of colon" },
                    { "Z12.4", true, false, "Z124", "encounter for screening for malignant neoplasm of cervix", "Encounter for screening for malignant neoplasm of cervix" },
                    { "Z21", true, false, "Z21", "asymptomatic human immunodeficiency virus hiv infection status", "Asymptomatic human immunodeficiency virus [HIV] infection status" },
                    { "Z23", true, false, "Z23", "encounter for immunization", "Encounter for immunization" },
                    { "Z30.09", true, false, "Z3009", "encounter for other general counseling and advice on contraception", "Encounter for other general counseling and advice on contraception" },
                    { "Z33.1", true, false, "Z331", "pregnant state incidental", "Pregnant state, incidental" },
                    { "Z34.90", true, false, "Z3490", "encounter for supervision of normal pregnancy unspecified unspecified trimester", "Encounter for supervision of normal pregnancy, unspecified, unspecified trimester" },
                    { "Z37.0", true, false, "Z370", "single live birth", "Single live birth" },
                    { "Z38.00", true, false, "Z3800", "single liveborn infant delivered vaginally", "Single liveborn infant, delivered vaginally" },
                    { "Z39.2", true, false, "Z392", "encounter for routine postpartum follow up", "Encounter for routine postpartum follow-up" },
                    { "Z48.00", true, false, "Z4800", "encounter for change or removal of nonsurgical wound dressing", "Encounter for change or removal of nonsurgical wound dressing" },
                    { "Z51.11", true, false, "Z5111", "encounter for antineoplastic chemotherapy", "Encounter for antineoplastic chemotherapy" },
                    { "Z71.3", true, false, "Z713", "dietary counseling and surveillance", "Dietary counseling and surveillance" },
                    { "Z72.0", true, false, "Z720", "tobacco use", "Tobacco use" },
                    { "Z79.01", true, false, "Z7901", "long term current use of anticoagulants", "Long term (current) use of anticoagulants" },
                    { "Z79.4", true, false, "Z794", "long term current use of insulin", "Long term (current) use of insulin" },
                    { "Z88.0", true, false, "Z880", "allergy status to penicillin", "Allergy status to penicillin" },
                    { "Z91.199", true, false, "Z91199", "patients noncompliance with other medical treatment and regimen due to unspecified reason", "Patient's noncompliance with other medical treatment and regimen due to unspecified reason" },
                    { "Z95.0", true, false, "Z950", "presence of cardiac pacemaker", "Presence of cardiac pacemaker" },
                    { "Z99.2", true, false, "Z992", "dependence on renal dialysis", "Dependence on renal dialysis" }
                });

            migrationBuilder.CreateIndex(
                name: "IX_Absences_Clinician",
                table: "Absences",
                columns: new[] { "OrganizationId", "ClinicianId", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ActivityReviews_ConcernsUserId",
                table: "ActivityReviews",
                column: "ConcernsUserId");

            migrationBuilder.CreateIndex(
                name: "IX_ActivityReviews_OrganizationId_PatientId",
                table: "ActivityReviews",
                columns: new[] { "OrganizationId", "PatientId" });

            migrationBuilder.CreateIndex(
                name: "IX_ActivityReviews_ReviewedBy",
                table: "ActivityReviews",
                column: "ReviewedBy");

            migrationBuilder.CreateIndex(
                name: "UX_ActivityReviews_Finding",
                table: "ActivityReviews",
                columns: new[] { "OrganizationId", "Kind", "ConcernsUserId", "OccurredAt" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AdministratorProposals_DecidedBy",
                table: "AdministratorProposals",
                column: "DecidedBy");

            migrationBuilder.CreateIndex(
                name: "IX_AdministratorProposals_ProposedBy",
                table: "AdministratorProposals",
                column: "ProposedBy");

            migrationBuilder.CreateIndex(
                name: "IX_AdministratorProposals_UserId",
                table: "AdministratorProposals",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "UX_AdministratorProposals_Open",
                table: "AdministratorProposals",
                columns: new[] { "OrganizationId", "UserId" },
                unique: true,
                filter: "\"Outcome\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Allergies_EnteredInErrorBy",
                table: "Allergies",
                column: "EnteredInErrorBy");

            migrationBuilder.CreateIndex(
                name: "IX_Allergies_Patient",
                table: "Allergies",
                columns: new[] { "OrganizationId", "PatientId", "RecordedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Allergies_RecordedBy",
                table: "Allergies",
                column: "RecordedBy");

            migrationBuilder.CreateIndex(
                name: "IX_AmendmentRequests_AnsweredBy",
                table: "AmendmentRequests",
                column: "AnsweredBy");

            migrationBuilder.CreateIndex(
                name: "IX_AmendmentRequests_Due",
                table: "AmendmentRequests",
                columns: new[] { "OrganizationId", "DueOn" },
                filter: "\"Status\" IN ('Requested', 'InReview')");

            migrationBuilder.CreateIndex(
                name: "IX_AmendmentRequests_OrganizationId_AddendumId",
                table: "AmendmentRequests",
                columns: new[] { "OrganizationId", "AddendumId" });

            migrationBuilder.CreateIndex(
                name: "IX_AmendmentRequests_OrganizationId_AllergyId",
                table: "AmendmentRequests",
                columns: new[] { "OrganizationId", "AllergyId" });

            migrationBuilder.CreateIndex(
                name: "IX_AmendmentRequests_OrganizationId_AuthorId",
                table: "AmendmentRequests",
                columns: new[] { "OrganizationId", "AuthorId" });

            migrationBuilder.CreateIndex(
                name: "IX_AmendmentRequests_OrganizationId_CorrectedAllergyId",
                table: "AmendmentRequests",
                columns: new[] { "OrganizationId", "CorrectedAllergyId" });

            migrationBuilder.CreateIndex(
                name: "IX_AmendmentRequests_OrganizationId_CorrectedDiagnosisId",
                table: "AmendmentRequests",
                columns: new[] { "OrganizationId", "CorrectedDiagnosisId" });

            migrationBuilder.CreateIndex(
                name: "IX_AmendmentRequests_OrganizationId_CorrectedProblemId",
                table: "AmendmentRequests",
                columns: new[] { "OrganizationId", "CorrectedProblemId" });

            migrationBuilder.CreateIndex(
                name: "IX_AmendmentRequests_OrganizationId_DiagnosisId",
                table: "AmendmentRequests",
                columns: new[] { "OrganizationId", "DiagnosisId" });

            migrationBuilder.CreateIndex(
                name: "IX_AmendmentRequests_OrganizationId_NoteId",
                table: "AmendmentRequests",
                columns: new[] { "OrganizationId", "NoteId" });

            migrationBuilder.CreateIndex(
                name: "IX_AmendmentRequests_OrganizationId_ProblemId",
                table: "AmendmentRequests",
                columns: new[] { "OrganizationId", "ProblemId" });

            migrationBuilder.CreateIndex(
                name: "IX_AmendmentRequests_Patient",
                table: "AmendmentRequests",
                columns: new[] { "OrganizationId", "PatientId", "RequestedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_AmendmentRequests_RequestedBy",
                table: "AmendmentRequests",
                column: "RequestedBy");

            migrationBuilder.CreateIndex(
                name: "IX_AmendmentRequests_ReviewedBy",
                table: "AmendmentRequests",
                column: "ReviewedBy");

            migrationBuilder.CreateIndex(
                name: "UX_AmendmentRequests_Open",
                table: "AmendmentRequests",
                columns: new[] { "OrganizationId", "PatientId", "ItemId" },
                unique: true,
                filter: "\"Status\" IN ('Requested', 'InReview')");

            migrationBuilder.CreateIndex(
                name: "IX_Appointments_Clinician",
                table: "Appointments",
                columns: new[] { "OrganizationId", "ClinicianId", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Appointments_ClinicianUserId",
                table: "Appointments",
                column: "ClinicianUserId");

            migrationBuilder.CreateIndex(
                name: "IX_Appointments_CreatedBy",
                table: "Appointments",
                column: "CreatedBy");

            migrationBuilder.CreateIndex(
                name: "IX_Appointments_OrganizationId_DepartmentId",
                table: "Appointments",
                columns: new[] { "OrganizationId", "DepartmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_Appointments_OrganizationId_EncounterId",
                table: "Appointments",
                columns: new[] { "OrganizationId", "EncounterId" });

            migrationBuilder.CreateIndex(
                name: "IX_Appointments_OrganizationId_RescheduledFromId",
                table: "Appointments",
                columns: new[] { "OrganizationId", "RescheduledFromId" });

            migrationBuilder.CreateIndex(
                name: "IX_Appointments_OrganizationId_RoomId",
                table: "Appointments",
                columns: new[] { "OrganizationId", "RoomId" });

            migrationBuilder.CreateIndex(
                name: "IX_Appointments_Patient",
                table: "Appointments",
                columns: new[] { "OrganizationId", "PatientId", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Appointments_Start",
                table: "Appointments",
                columns: new[] { "OrganizationId", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEvents_Actor",
                table: "AuditEvents",
                columns: new[] { "OrganizationId", "ActorUserId", "RecordedAt" },
                descending: new[] { false, false, true });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEvents_Code",
                table: "AuditEvents",
                columns: new[] { "OrganizationId", "EventCode", "RecordedAt" },
                descending: new[] { false, false, true });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEvents_Patient",
                table: "AuditEvents",
                columns: new[] { "OrganizationId", "PatientId", "RecordedAt" },
                descending: new[] { false, false, true });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEvents_Time",
                table: "AuditEvents",
                columns: new[] { "OrganizationId", "RecordedAt", "Id" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "UX_AuditSeals_Event",
                table: "AuditSeals",
                columns: new[] { "OrganizationId", "EventId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Beds_OrganizationId_RoomId",
                table: "Beds",
                columns: new[] { "OrganizationId", "RoomId" });

            migrationBuilder.CreateIndex(
                name: "UX_Beds_Label",
                table: "Beds",
                columns: new[] { "OrganizationId", "Label" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BedStays_Bed",
                table: "BedStays",
                columns: new[] { "OrganizationId", "BedId", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_BedStays_OrganizationId_EncounterId",
                table: "BedStays",
                columns: new[] { "OrganizationId", "EncounterId" });

            migrationBuilder.CreateIndex(
                name: "IX_BedStays_Patient",
                table: "BedStays",
                columns: new[] { "OrganizationId", "PatientId", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_BedStays_RecordedBy",
                table: "BedStays",
                column: "RecordedBy");

            migrationBuilder.CreateIndex(
                name: "UX_BedStays_OpenBed",
                table: "BedStays",
                columns: new[] { "OrganizationId", "BedId" },
                unique: true,
                filter: "\"ReleasedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "UX_BedStays_OpenPatient",
                table: "BedStays",
                columns: new[] { "OrganizationId", "PatientId", "Status" },
                unique: true,
                filter: "\"ReleasedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CarePlanChanges_ChangedBy",
                table: "CarePlanChanges",
                column: "ChangedBy");

            migrationBuilder.CreateIndex(
                name: "IX_CarePlanChanges_OrganizationId_PatientId",
                table: "CarePlanChanges",
                columns: new[] { "OrganizationId", "PatientId" });

            migrationBuilder.CreateIndex(
                name: "IX_CarePlanChanges_Plan",
                table: "CarePlanChanges",
                columns: new[] { "OrganizationId", "PlanId", "ChangedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CarePlanHolds_OrganizationId_PatientId",
                table: "CarePlanHolds",
                columns: new[] { "OrganizationId", "PatientId" });

            migrationBuilder.CreateIndex(
                name: "UX_CarePlanHolds_Open",
                table: "CarePlanHolds",
                columns: new[] { "OrganizationId", "PlanId" },
                unique: true,
                filter: "\"ResumedOn\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CarePlans_CreatedBy",
                table: "CarePlans",
                column: "CreatedBy");

            migrationBuilder.CreateIndex(
                name: "IX_CarePlans_FollowUp",
                table: "CarePlans",
                columns: new[] { "OrganizationId", "FollowUpOn" });

            migrationBuilder.CreateIndex(
                name: "IX_CarePlans_OrganizationId_ResponsibleId",
                table: "CarePlans",
                columns: new[] { "OrganizationId", "ResponsibleId" });

            migrationBuilder.CreateIndex(
                name: "UX_CarePlans_Active",
                table: "CarePlans",
                columns: new[] { "OrganizationId", "PatientId" },
                unique: true,
                filter: "\"Status\" = 'Active'");

            migrationBuilder.CreateIndex(
                name: "IX_CareProxies_Carer",
                table: "CareProxies",
                columns: new[] { "OrganizationId", "CarerUserId" },
                filter: "\"RevokedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_CareProxies_CarerUserId",
                table: "CareProxies",
                column: "CarerUserId");

            migrationBuilder.CreateIndex(
                name: "IX_CareProxies_GrantedBy",
                table: "CareProxies",
                column: "GrantedBy");

            migrationBuilder.CreateIndex(
                name: "IX_CareProxies_Patient",
                table: "CareProxies",
                columns: new[] { "OrganizationId", "PatientId", "GrantedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CareProxies_RevokedBy",
                table: "CareProxies",
                column: "RevokedBy");

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_IssuedBy",
                table: "Certificates",
                column: "IssuedBy");

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_OrganizationId_EncounterId",
                table: "Certificates",
                columns: new[] { "OrganizationId", "EncounterId" });

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_OrganizationId_IssuerId",
                table: "Certificates",
                columns: new[] { "OrganizationId", "IssuerId" });

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_Patient",
                table: "Certificates",
                columns: new[] { "OrganizationId", "PatientId", "IssuedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_RevokedBy",
                table: "Certificates",
                column: "RevokedBy");

            migrationBuilder.CreateIndex(
                name: "UX_Certificates_Code",
                table: "Certificates",
                columns: new[] { "OrganizationId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "UX_Certificates_Number",
                table: "Certificates",
                columns: new[] { "OrganizationId", "Year", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "UX_CleaningTasks_Open",
                table: "CleaningTasks",
                columns: new[] { "OrganizationId", "BedId" },
                unique: true,
                filter: "\"CompletedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ClinicalNotes_Drafts",
                table: "ClinicalNotes",
                columns: new[] { "OrganizationId", "AuthorUserId" },
                filter: "\"Status\" = 'Draft'");

            migrationBuilder.CreateIndex(
                name: "IX_ClinicalNotes_OrganizationId_AuthorId",
                table: "ClinicalNotes",
                columns: new[] { "OrganizationId", "AuthorId" });

            migrationBuilder.CreateIndex(
                name: "IX_ClinicalNotes_OrganizationId_EncounterId",
                table: "ClinicalNotes",
                columns: new[] { "OrganizationId", "EncounterId" });

            migrationBuilder.CreateIndex(
                name: "IX_ClinicalNotes_Patient",
                table: "ClinicalNotes",
                columns: new[] { "OrganizationId", "PatientId", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ClinicianBusy_User",
                table: "ClinicianBusy",
                columns: new[] { "UserId", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Consents_OrganizationId_DepartmentId",
                table: "Consents",
                columns: new[] { "OrganizationId", "DepartmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_Consents_OrganizationId_StaffMemberId",
                table: "Consents",
                columns: new[] { "OrganizationId", "StaffMemberId" });

            migrationBuilder.CreateIndex(
                name: "IX_Consents_Patient",
                table: "Consents",
                columns: new[] { "OrganizationId", "PatientId", "Scope" });

            migrationBuilder.CreateIndex(
                name: "IX_Consents_RecordedBy",
                table: "Consents",
                column: "RecordedBy");

            migrationBuilder.CreateIndex(
                name: "IX_Consents_WithdrawnBy",
                table: "Consents",
                column: "WithdrawnBy");

            migrationBuilder.CreateIndex(
                name: "IX_DeathRecords_CertifiedBy",
                table: "DeathRecords",
                column: "CertifiedBy");

            migrationBuilder.CreateIndex(
                name: "IX_DeathRecords_Code",
                table: "DeathRecords",
                column: "Code");

            migrationBuilder.CreateIndex(
                name: "IX_DeathRecords_EnteredInErrorBy",
                table: "DeathRecords",
                column: "EnteredInErrorBy");

            migrationBuilder.CreateIndex(
                name: "IX_DeathRecords_Patient",
                table: "DeathRecords",
                columns: new[] { "OrganizationId", "PatientId", "DiedAt" });

            migrationBuilder.CreateIndex(
                name: "UX_DeathRecords_Patient",
                table: "DeathRecords",
                columns: new[] { "OrganizationId", "PatientId" },
                unique: true,
                filter: "\"EnteredInErrorAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "UX_Departments_Name",
                table: "Departments",
                columns: new[] { "OrganizationId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DiagnosisCodes_SearchCode",
                table: "DiagnosisCodes",
                column: "SearchCode");

            migrationBuilder.CreateIndex(
                name: "IX_EmergencyGrants_OrganizationId_PatientId",
                table: "EmergencyGrants",
                columns: new[] { "OrganizationId", "PatientId" });

            migrationBuilder.CreateIndex(
                name: "IX_EmergencyGrants_ReviewedBy",
                table: "EmergencyGrants",
                column: "ReviewedBy");

            migrationBuilder.CreateIndex(
                name: "IX_EmergencyGrants_UserId",
                table: "EmergencyGrants",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_EmergencyGrants_Waiting",
                table: "EmergencyGrants",
                columns: new[] { "OrganizationId", "GrantedAt" },
                filter: "\"ReviewedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "UX_EmergencyGrants_Open",
                table: "EmergencyGrants",
                columns: new[] { "OrganizationId", "UserId", "PatientId" },
                unique: true,
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_EncounterDiagnoses_Code",
                table: "EncounterDiagnoses",
                column: "Code");

            migrationBuilder.CreateIndex(
                name: "IX_EncounterDiagnoses_EnteredInErrorBy",
                table: "EncounterDiagnoses",
                column: "EnteredInErrorBy");

            migrationBuilder.CreateIndex(
                name: "IX_EncounterDiagnoses_Patient",
                table: "EncounterDiagnoses",
                columns: new[] { "OrganizationId", "PatientId", "RecordedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_EncounterDiagnoses_RecordedBy",
                table: "EncounterDiagnoses",
                column: "RecordedBy");

            migrationBuilder.CreateIndex(
                name: "UX_EncounterDiagnoses_Code",
                table: "EncounterDiagnoses",
                columns: new[] { "OrganizationId", "EncounterId", "Code" },
                unique: true,
                filter: "\"EnteredInErrorAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "UX_EncounterDiagnoses_Primary",
                table: "EncounterDiagnoses",
                columns: new[] { "OrganizationId", "EncounterId" },
                unique: true,
                filter: "\"Rank\" = 'Primary' AND \"EnteredInErrorAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Encounters_OrganizationId_ClinicianId",
                table: "Encounters",
                columns: new[] { "OrganizationId", "ClinicianId" });

            migrationBuilder.CreateIndex(
                name: "IX_Encounters_OrganizationId_DepartmentId",
                table: "Encounters",
                columns: new[] { "OrganizationId", "DepartmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_Encounters_Patient",
                table: "Encounters",
                columns: new[] { "OrganizationId", "PatientId", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "UX_Encounters_OpenEmergency",
                table: "Encounters",
                columns: new[] { "OrganizationId", "PatientId", "Class" },
                unique: true,
                filter: "\"Class\" = 'Emergency' AND \"EndedAt\" IS NULL AND \"Status\" <> 'EnteredInError'");

            migrationBuilder.CreateIndex(
                name: "UX_Encounters_OpenInpatient",
                table: "Encounters",
                columns: new[] { "OrganizationId", "PatientId" },
                unique: true,
                filter: "\"Class\" = 'Inpatient' AND \"EndedAt\" IS NULL AND \"Status\" <> 'EnteredInError'");

            migrationBuilder.CreateIndex(
                name: "IX_Escalations_Closed",
                table: "Escalations",
                columns: new[] { "OrganizationId", "ClosedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Escalations_OrganizationId_SetId",
                table: "Escalations",
                columns: new[] { "OrganizationId", "SetId" });

            migrationBuilder.CreateIndex(
                name: "IX_Escalations_Patient",
                table: "Escalations",
                columns: new[] { "OrganizationId", "PatientId", "RequestedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Escalations_RequestedBy",
                table: "Escalations",
                column: "RequestedBy");

            migrationBuilder.CreateIndex(
                name: "UX_Escalations_Open",
                table: "Escalations",
                columns: new[] { "OrganizationId", "PatientId" },
                unique: true,
                filter: "\"ClosedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_FamilyConditions_EnteredInErrorBy",
                table: "FamilyConditions",
                column: "EnteredInErrorBy");

            migrationBuilder.CreateIndex(
                name: "IX_FamilyConditions_Patient",
                table: "FamilyConditions",
                columns: new[] { "OrganizationId", "PatientId", "RecordedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_FamilyConditions_RecordedBy",
                table: "FamilyConditions",
                column: "RecordedBy");

            migrationBuilder.CreateIndex(
                name: "IX_FluidEntries_Patient",
                table: "FluidEntries",
                columns: new[] { "OrganizationId", "PatientId", "TakenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_FluidEntries_RecordedBy",
                table: "FluidEntries",
                column: "RecordedBy");

            migrationBuilder.CreateIndex(
                name: "IX_HealthProblems_Code",
                table: "HealthProblems",
                column: "Code");

            migrationBuilder.CreateIndex(
                name: "IX_HealthProblems_EnteredInErrorBy",
                table: "HealthProblems",
                column: "EnteredInErrorBy");

            migrationBuilder.CreateIndex(
                name: "IX_HealthProblems_Patient",
                table: "HealthProblems",
                columns: new[] { "OrganizationId", "PatientId", "RecordedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_HealthProblems_RecordedBy",
                table: "HealthProblems",
                column: "RecordedBy");

            migrationBuilder.CreateIndex(
                name: "IX_Immunisations_EnteredInErrorBy",
                table: "Immunisations",
                column: "EnteredInErrorBy");

            migrationBuilder.CreateIndex(
                name: "IX_Immunisations_Patient",
                table: "Immunisations",
                columns: new[] { "OrganizationId", "PatientId", "RecordedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Immunisations_RecordedBy",
                table: "Immunisations",
                column: "RecordedBy");

            migrationBuilder.CreateIndex(
                name: "IX_IncomingReferrals_Due",
                table: "IncomingReferrals",
                columns: new[] { "OrganizationId", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_IncomingReferrals_OrganizationId_AppointmentId",
                table: "IncomingReferrals",
                columns: new[] { "OrganizationId", "AppointmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_IncomingReferrals_OrganizationId_DepartmentId",
                table: "IncomingReferrals",
                columns: new[] { "OrganizationId", "DepartmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_IncomingReferrals_OrganizationId_PatientId",
                table: "IncomingReferrals",
                columns: new[] { "OrganizationId", "PatientId" });

            migrationBuilder.CreateIndex(
                name: "IX_NoKnownAllergies_EndedBy",
                table: "NoKnownAllergies",
                column: "EndedBy");

            migrationBuilder.CreateIndex(
                name: "IX_NoKnownAllergies_StatedBy",
                table: "NoKnownAllergies",
                column: "StatedBy");

            migrationBuilder.CreateIndex(
                name: "UX_NoKnownAllergies_Open",
                table: "NoKnownAllergies",
                columns: new[] { "OrganizationId", "PatientId" },
                unique: true,
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_NoteAddenda_Note",
                table: "NoteAddenda",
                columns: new[] { "OrganizationId", "NoteId" });

            migrationBuilder.CreateIndex(
                name: "IX_NoteAddenda_OrganizationId_AuthorId",
                table: "NoteAddenda",
                columns: new[] { "OrganizationId", "AuthorId" });

            migrationBuilder.CreateIndex(
                name: "IX_NoteAddenda_OrganizationId_PatientId",
                table: "NoteAddenda",
                columns: new[] { "OrganizationId", "PatientId" });

            migrationBuilder.CreateIndex(
                name: "IX_NoteParts_OrganizationId_PatientId",
                table: "NoteParts",
                columns: new[] { "OrganizationId", "PatientId" });

            migrationBuilder.CreateIndex(
                name: "UX_NoteParts_Heading",
                table: "NoteParts",
                columns: new[] { "OrganizationId", "NoteId", "Heading" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_NutritionAssessments_AssessedBy",
                table: "NutritionAssessments",
                column: "AssessedBy");

            migrationBuilder.CreateIndex(
                name: "IX_NutritionAssessments_OrganizationId_EncounterId",
                table: "NutritionAssessments",
                columns: new[] { "OrganizationId", "EncounterId" });

            migrationBuilder.CreateIndex(
                name: "IX_NutritionAssessments_OrganizationId_HeightSetId",
                table: "NutritionAssessments",
                columns: new[] { "OrganizationId", "HeightSetId" });

            migrationBuilder.CreateIndex(
                name: "IX_NutritionAssessments_OrganizationId_PastWeightSetId",
                table: "NutritionAssessments",
                columns: new[] { "OrganizationId", "PastWeightSetId" });

            migrationBuilder.CreateIndex(
                name: "IX_NutritionAssessments_OrganizationId_WeightSetId",
                table: "NutritionAssessments",
                columns: new[] { "OrganizationId", "WeightSetId" });

            migrationBuilder.CreateIndex(
                name: "IX_NutritionAssessments_Patient",
                table: "NutritionAssessments",
                columns: new[] { "OrganizationId", "PatientId", "AssessedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_NutritionConsults_Closed",
                table: "NutritionConsults",
                columns: new[] { "OrganizationId", "ClosedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_NutritionConsults_OrganizationId_AssessmentId",
                table: "NutritionConsults",
                columns: new[] { "OrganizationId", "AssessmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_NutritionConsults_Patient",
                table: "NutritionConsults",
                columns: new[] { "OrganizationId", "PatientId", "RequestedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_NutritionConsults_RequestedBy",
                table: "NutritionConsults",
                column: "RequestedBy");

            migrationBuilder.CreateIndex(
                name: "UX_NutritionConsults_Open",
                table: "NutritionConsults",
                columns: new[] { "OrganizationId", "PatientId" },
                unique: true,
                filter: "\"ClosedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "UX_OrganizationKeys_Active",
                table: "OrganizationKeys",
                columns: new[] { "OrganizationId", "Purpose" },
                unique: true,
                filter: "\"State\" = 'Active'");

            migrationBuilder.CreateIndex(
                name: "IX_OrganizationMemberships_User",
                table: "OrganizationMemberships",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "UX_OrganizationMemberships_Role",
                table: "OrganizationMemberships",
                columns: new[] { "OrganizationId", "UserId", "Role" },
                unique: true,
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "UX_Organizations_Name",
                table: "Organizations",
                columns: new[] { "ParentId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingMails_Due",
                table: "OutgoingMails",
                columns: new[] { "OrganizationId", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_PastProcedures_EnteredInErrorBy",
                table: "PastProcedures",
                column: "EnteredInErrorBy");

            migrationBuilder.CreateIndex(
                name: "IX_PastProcedures_Patient",
                table: "PastProcedures",
                columns: new[] { "OrganizationId", "PatientId", "RecordedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_PastProcedures_RecordedBy",
                table: "PastProcedures",
                column: "RecordedBy");

            migrationBuilder.CreateIndex(
                name: "IX_PatientInvitations_CreatedBy",
                table: "PatientInvitations",
                column: "CreatedBy");

            migrationBuilder.CreateIndex(
                name: "IX_PatientInvitations_OrganizationId_CareProxyId",
                table: "PatientInvitations",
                columns: new[] { "OrganizationId", "CareProxyId" });

            migrationBuilder.CreateIndex(
                name: "IX_PatientInvitations_Patient",
                table: "PatientInvitations",
                columns: new[] { "OrganizationId", "PatientId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_PatientInvitations_UsedBy",
                table: "PatientInvitations",
                column: "UsedBy");

            migrationBuilder.CreateIndex(
                name: "IX_Patients_BirthDate",
                table: "Patients",
                columns: new[] { "OrganizationId", "BirthDate", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Patients_Phone",
                table: "Patients",
                columns: new[] { "OrganizationId", "PhoneIndex" },
                filter: "\"PhoneIndex\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Patients_RestrictedBy",
                table: "Patients",
                column: "RestrictedBy");

            migrationBuilder.CreateIndex(
                name: "IX_Patients_SearchName",
                table: "Patients",
                columns: new[] { "OrganizationId", "SearchName", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Patients_SearchName_Trigram",
                table: "Patients",
                columns: new[] { "OrganizationId", "SearchName" })
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "uuid_ops", "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "IX_Patients_UserId",
                table: "Patients",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "UX_Patients_NationalId",
                table: "Patients",
                columns: new[] { "OrganizationId", "NationalIdIndex" },
                unique: true,
                filter: "\"NationalIdIndex\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "UX_Patients_RecordNumber",
                table: "Patients",
                columns: new[] { "OrganizationId", "RecordNumber" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "UX_Patients_User",
                table: "Patients",
                columns: new[] { "OrganizationId", "UserId" },
                unique: true,
                filter: "\"UserId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PatientSearchWords_OrganizationId_PatientId",
                table: "PatientSearchWords",
                columns: new[] { "OrganizationId", "PatientId" });

            migrationBuilder.CreateIndex(
                name: "IX_PlanActivities_AddedBy",
                table: "PlanActivities",
                column: "AddedBy");

            migrationBuilder.CreateIndex(
                name: "IX_PlanActivities_OrganizationId_PatientId",
                table: "PlanActivities",
                columns: new[] { "OrganizationId", "PatientId" });

            migrationBuilder.CreateIndex(
                name: "IX_PlanActivities_OrganizationId_PlanId",
                table: "PlanActivities",
                columns: new[] { "OrganizationId", "PlanId" });

            migrationBuilder.CreateIndex(
                name: "IX_PlanGoals_AddedBy",
                table: "PlanGoals",
                column: "AddedBy");

            migrationBuilder.CreateIndex(
                name: "IX_PlanGoals_OrganizationId_PatientId",
                table: "PlanGoals",
                columns: new[] { "OrganizationId", "PatientId" });

            migrationBuilder.CreateIndex(
                name: "IX_PlanGoals_OrganizationId_PlanId",
                table: "PlanGoals",
                columns: new[] { "OrganizationId", "PlanId" });

            migrationBuilder.CreateIndex(
                name: "IX_PlanTicks_OrganizationId_PatientId",
                table: "PlanTicks",
                columns: new[] { "OrganizationId", "PatientId" });

            migrationBuilder.CreateIndex(
                name: "IX_PlanTicks_TickedBy",
                table: "PlanTicks",
                column: "TickedBy");

            migrationBuilder.CreateIndex(
                name: "UX_PlanTicks_Once",
                table: "PlanTicks",
                columns: new[] { "OrganizationId", "ActivityId", "DoneOn", "Ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Pregnancies_EnteredInErrorBy",
                table: "Pregnancies",
                column: "EnteredInErrorBy");

            migrationBuilder.CreateIndex(
                name: "IX_Pregnancies_Patient",
                table: "Pregnancies",
                columns: new[] { "OrganizationId", "PatientId", "RecordedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Pregnancies_RecordedBy",
                table: "Pregnancies",
                column: "RecordedBy");

            migrationBuilder.CreateIndex(
                name: "UX_Pregnancies_Open",
                table: "Pregnancies",
                columns: new[] { "OrganizationId", "PatientId", "DueOn" },
                unique: true,
                filter: "\"EndedOn\" IS NULL AND \"EnteredInErrorAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_RecoveryCodes_User",
                table: "RecoveryCodes",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_Department",
                table: "Referrals",
                columns: new[] { "OrganizationId", "DepartmentId", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_OpenOfReferrer",
                table: "Referrals",
                columns: new[] { "OrganizationId", "ReferrerId" },
                filter: "\"Status\" IN ('Draft', 'Active', 'OnHold')");

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_OrganizationId_AppointmentId",
                table: "Referrals",
                columns: new[] { "OrganizationId", "AppointmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_Referrals_Patient",
                table: "Referrals",
                columns: new[] { "OrganizationId", "PatientId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Rooms_OrganizationId_DepartmentId",
                table: "Rooms",
                columns: new[] { "OrganizationId", "DepartmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_Rooms_OrganizationId_WardId",
                table: "Rooms",
                columns: new[] { "OrganizationId", "WardId" });

            migrationBuilder.CreateIndex(
                name: "UX_Rooms_Number",
                table: "Rooms",
                columns: new[] { "OrganizationId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SaturationScaleOrders_OrderedBy",
                table: "SaturationScaleOrders",
                column: "OrderedBy");

            migrationBuilder.CreateIndex(
                name: "UX_SaturationScaleOrders_Open",
                table: "SaturationScaleOrders",
                columns: new[] { "OrganizationId", "PatientId" },
                unique: true,
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SocialHistories_EnteredInErrorBy",
                table: "SocialHistories",
                column: "EnteredInErrorBy");

            migrationBuilder.CreateIndex(
                name: "IX_SocialHistories_Patient",
                table: "SocialHistories",
                columns: new[] { "OrganizationId", "PatientId", "RecordedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SocialHistories_RecordedBy",
                table: "SocialHistories",
                column: "RecordedBy");

            migrationBuilder.CreateIndex(
                name: "IX_StaffDepartments_OrganizationId_DepartmentId",
                table: "StaffDepartments",
                columns: new[] { "OrganizationId", "DepartmentId" });

            migrationBuilder.CreateIndex(
                name: "IX_StaffMembers_SearchName",
                table: "StaffMembers",
                columns: new[] { "OrganizationId", "SearchName", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_StaffMembers_UserId",
                table: "StaffMembers",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "UX_StaffMembers_User",
                table: "StaffMembers",
                columns: new[] { "OrganizationId", "UserId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TriageAssessments_AssessedBy",
                table: "TriageAssessments",
                column: "AssessedBy");

            migrationBuilder.CreateIndex(
                name: "IX_TriageAssessments_Entry",
                table: "TriageAssessments",
                columns: new[] { "OrganizationId", "EntryId", "AssessedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_TriageAssessments_OrganizationId_PatientId",
                table: "TriageAssessments",
                columns: new[] { "OrganizationId", "PatientId" });

            migrationBuilder.CreateIndex(
                name: "IX_TriageEntries_Closed",
                table: "TriageEntries",
                columns: new[] { "OrganizationId", "ClosedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_TriageEntries_ClosedBy",
                table: "TriageEntries",
                column: "ClosedBy");

            migrationBuilder.CreateIndex(
                name: "IX_TriageEntries_Patient",
                table: "TriageEntries",
                columns: new[] { "OrganizationId", "PatientId", "ClosedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_TriageEntries_RecordedBy",
                table: "TriageEntries",
                column: "RecordedBy");

            migrationBuilder.CreateIndex(
                name: "IX_TriageEntries_TakenBy",
                table: "TriageEntries",
                column: "TakenBy");

            migrationBuilder.CreateIndex(
                name: "IX_TriageEntries_TriagedBy",
                table: "TriageEntries",
                column: "TriagedBy");

            migrationBuilder.CreateIndex(
                name: "UX_TriageEntries_Encounter",
                table: "TriageEntries",
                columns: new[] { "OrganizationId", "EncounterId" },
                unique: true,
                filter: "\"EncounterId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "UX_TriageEntries_Open",
                table: "TriageEntries",
                columns: new[] { "OrganizationId", "PatientId" },
                unique: true,
                filter: "\"ClosedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_UserClaims_UserId",
                table: "UserClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_UserLogins_UserId",
                table: "UserLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_UserPasskeys_UserId",
                table: "UserPasskeys",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "Users",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "UX_Users_Email",
                table: "Users",
                column: "NormalizedEmail",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_UserSessions_User",
                table: "UserSessions",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_VitalSigns_OrganizationId_EncounterId",
                table: "VitalSigns",
                columns: new[] { "OrganizationId", "EncounterId" });

            migrationBuilder.CreateIndex(
                name: "IX_VitalSigns_Patient",
                table: "VitalSigns",
                columns: new[] { "OrganizationId", "PatientId", "TakenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_VitalSigns_RecordedBy",
                table: "VitalSigns",
                column: "RecordedBy");

            migrationBuilder.CreateIndex(
                name: "IX_VitalStandings_OrganizationId_SetId",
                table: "VitalStandings",
                columns: new[] { "OrganizationId", "SetId" });

            migrationBuilder.CreateIndex(
                name: "UX_VitalStandings_Patient",
                table: "VitalStandings",
                columns: new[] { "OrganizationId", "PatientId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Wards_OrganizationId_DepartmentId",
                table: "Wards",
                columns: new[] { "OrganizationId", "DepartmentId" });

            migrationBuilder.CreateIndex(
                name: "UX_Wards_Name",
                table: "Wards",
                columns: new[] { "OrganizationId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WorkingHours_Clinician",
                table: "WorkingHours",
                columns: new[] { "OrganizationId", "ClinicianId", "Day", "FromMinute" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkingHours_OrganizationId_RoomId",
                table: "WorkingHours",
                columns: new[] { "OrganizationId", "RoomId" });

            DatabaseRules.CreateAll(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Absences");

            migrationBuilder.DropTable(
                name: "ActivityReviews");

            migrationBuilder.DropTable(
                name: "AdministratorProposals");

            migrationBuilder.DropTable(
                name: "AmendmentRequests");

            migrationBuilder.DropTable(
                name: "AuditCheckpoints");

            migrationBuilder.DropTable(
                name: "AuditEvents");

            migrationBuilder.DropTable(
                name: "AuditSeals");

            migrationBuilder.DropTable(
                name: "BedStays");

            migrationBuilder.DropTable(
                name: "CarePlanChanges");

            migrationBuilder.DropTable(
                name: "CarePlanHolds");

            migrationBuilder.DropTable(
                name: "CertificateCounters");

            migrationBuilder.DropTable(
                name: "Certificates");

            migrationBuilder.DropTable(
                name: "CleaningTasks");

            migrationBuilder.DropTable(
                name: "ClinicianBusy");

            migrationBuilder.DropTable(
                name: "Consents");

            migrationBuilder.DropTable(
                name: "DatabaseMarks");

            migrationBuilder.DropTable(
                name: "DataProtectionKeys");

            migrationBuilder.DropTable(
                name: "DeathRecords");

            migrationBuilder.DropTable(
                name: "EmergencyGrants");

            migrationBuilder.DropTable(
                name: "Escalations");

            migrationBuilder.DropTable(
                name: "FamilyConditions");

            migrationBuilder.DropTable(
                name: "FluidEntries");

            migrationBuilder.DropTable(
                name: "Immunisations");

            migrationBuilder.DropTable(
                name: "IncomingReferrals");

            migrationBuilder.DropTable(
                name: "NoKnownAllergies");

            migrationBuilder.DropTable(
                name: "NoteParts");

            migrationBuilder.DropTable(
                name: "NoteReleaseRules");

            migrationBuilder.DropTable(
                name: "NutritionConsults");

            migrationBuilder.DropTable(
                name: "OrganizationKeys");

            migrationBuilder.DropTable(
                name: "OrganizationMemberships");

            migrationBuilder.DropTable(
                name: "OutgoingMails");

            migrationBuilder.DropTable(
                name: "PastProcedures");

            migrationBuilder.DropTable(
                name: "PatientInvitations");

            migrationBuilder.DropTable(
                name: "PatientSearchWords");

            migrationBuilder.DropTable(
                name: "PlanGoals");

            migrationBuilder.DropTable(
                name: "PlanTicks");

            migrationBuilder.DropTable(
                name: "Pregnancies");

            migrationBuilder.DropTable(
                name: "RecordNumberCounters");

            migrationBuilder.DropTable(
                name: "RecoveryCodes");

            migrationBuilder.DropTable(
                name: "Referrals");

            migrationBuilder.DropTable(
                name: "SaturationScaleOrders");

            migrationBuilder.DropTable(
                name: "SocialHistories");

            migrationBuilder.DropTable(
                name: "StaffDepartments");

            migrationBuilder.DropTable(
                name: "TriageAssessments");

            migrationBuilder.DropTable(
                name: "UserClaims");

            migrationBuilder.DropTable(
                name: "UserLogins");

            migrationBuilder.DropTable(
                name: "UserPasskeys");

            migrationBuilder.DropTable(
                name: "UserSessions");

            migrationBuilder.DropTable(
                name: "UserTokens");

            migrationBuilder.DropTable(
                name: "VitalStandings");

            migrationBuilder.DropTable(
                name: "WorkingHours");

            migrationBuilder.DropTable(
                name: "Allergies");

            migrationBuilder.DropTable(
                name: "EncounterDiagnoses");

            migrationBuilder.DropTable(
                name: "HealthProblems");

            migrationBuilder.DropTable(
                name: "NoteAddenda");

            migrationBuilder.DropTable(
                name: "Beds");

            migrationBuilder.DropTable(
                name: "NutritionAssessments");

            migrationBuilder.DropTable(
                name: "CareProxies");

            migrationBuilder.DropTable(
                name: "PlanActivities");

            migrationBuilder.DropTable(
                name: "Appointments");

            migrationBuilder.DropTable(
                name: "TriageEntries");

            migrationBuilder.DropTable(
                name: "DiagnosisCodes");

            migrationBuilder.DropTable(
                name: "ClinicalNotes");

            migrationBuilder.DropTable(
                name: "VitalSigns");

            migrationBuilder.DropTable(
                name: "CarePlans");

            migrationBuilder.DropTable(
                name: "Rooms");

            migrationBuilder.DropTable(
                name: "Encounters");

            migrationBuilder.DropTable(
                name: "Wards");

            migrationBuilder.DropTable(
                name: "Patients");

            migrationBuilder.DropTable(
                name: "StaffMembers");

            migrationBuilder.DropTable(
                name: "Departments");

            migrationBuilder.DropTable(
                name: "Users");

            migrationBuilder.DropTable(
                name: "Organizations");
        }
    }
}
