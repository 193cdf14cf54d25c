CREATE TABLE "AuditCheckpoints" (
    "OrganizationId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "Hash" BLOB NOT NULL,
    "At" TEXT NOT NULL,
    "Signature" BLOB NOT NULL,
    CONSTRAINT "PK_AuditCheckpoints" PRIMARY KEY ("OrganizationId", "Number")
);


CREATE TABLE "AuditEvents" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "RecordedAt" TEXT NOT NULL,
    "EventCode" TEXT NOT NULL,
    "Action" TEXT NOT NULL,
    "Outcome" TEXT NOT NULL,
    "ActorUserId" TEXT NULL,
    "ActorRoles" TEXT NOT NULL,
    "OnBehalfOf" TEXT NULL,
    "SessionHash" TEXT NULL,
    "Address" TEXT NULL,
    "TraceId" TEXT NULL,
    "Purpose" TEXT NOT NULL,
    "PatientId" TEXT NULL,
    "EntityType" TEXT NULL,
    "EntityId" TEXT NULL,
    "EntityVersion" TEXT NULL,
    "Changes" TEXT NULL,
    "Reason" TEXT NULL,
    "Node" TEXT NOT NULL,
    "AppVersion" TEXT NOT NULL,
    "Mac" BLOB NOT NULL,
    CONSTRAINT "PK_AuditEvents" PRIMARY KEY ("OrganizationId", "Id")
);


CREATE TABLE "AuditSeals" (
    "OrganizationId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "EventId" TEXT NOT NULL,
    "Previous" BLOB NOT NULL,
    "Hash" BLOB NOT NULL,
    "SealedAt" TEXT NOT NULL,
    CONSTRAINT "PK_AuditSeals" PRIMARY KEY ("OrganizationId", "Number")
);


CREATE TABLE "ClinicianBusy" (
    "AppointmentId" TEXT NOT NULL CONSTRAINT "PK_ClinicianBusy" PRIMARY KEY,
    "UserId" TEXT NOT NULL,
    "StartsAt" TEXT NOT NULL,
    "EndsAt" TEXT NOT NULL
);


CREATE TABLE "DatabaseMarks" (
    "Key" TEXT NOT NULL CONSTRAINT "PK_DatabaseMarks" PRIMARY KEY,
    "At" TEXT NOT NULL
);


CREATE TABLE "DataProtectionKeys" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_DataProtectionKeys" PRIMARY KEY AUTOINCREMENT,
    "FriendlyName" TEXT NULL,
    "Xml" TEXT NULL
);


CREATE TABLE "DiagnosisCodes" (
    "Code" TEXT NOT NULL CONSTRAINT "PK_DiagnosisCodes" PRIMARY KEY,
    "Title" TEXT NOT NULL,
    "SearchCode" TEXT NOT NULL,
    "SearchTitle" TEXT NOT NULL,
    "IsBillable" INTEGER NOT NULL,
    "IsRetired" INTEGER NOT NULL
);


CREATE TABLE "Organizations" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Organizations" PRIMARY KEY,
    "ParentId" TEXT NULL,
    "Name" TEXT NOT NULL,
    "Type" TEXT NOT NULL,
    "TimeZone" TEXT NOT NULL,
    "RecordNumberPrefix" TEXT NOT NULL,
    "Currency" TEXT NOT NULL,
    "Country" TEXT NOT NULL,
    "PatientCancelHours" INTEGER NOT NULL,
    "CareDaysAfterVisit" INTEGER NOT NULL,
    "CareDaysAfterStay" INTEGER NOT NULL,
    "EmergencyMinutes" INTEGER NOT NULL,
    "ClosedAt" TEXT NULL,
    "Version" TEXT NOT NULL,
    CONSTRAINT "CK_Organizations_Care" CHECK ("CareDaysAfterVisit" BETWEEN 0 AND 365 AND "CareDaysAfterStay" BETWEEN 0 AND 365 AND "EmergencyMinutes" BETWEEN 5 AND 60),
    CONSTRAINT "CK_Organizations_NotOwnParent" CHECK ("ParentId" IS NULL OR "ParentId" <> "Id"),
    CONSTRAINT "FK_Organizations_Organizations_ParentId" FOREIGN KEY ("ParentId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "OutgoingMails" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "Version" TEXT NOT NULL,
    "QueuedAt" TEXT NOT NULL,
    "DueAt" TEXT NULL,
    "Attempts" INTEGER NOT NULL,
    "SentAt" TEXT NULL,
    "GivenUpAt" TEXT NULL,
    "Problem" TEXT NULL,
    "Sealed" TEXT NULL,
    CONSTRAINT "PK_OutgoingMails" PRIMARY KEY ("OrganizationId", "Id")
);


CREATE TABLE "Users" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Users" PRIMARY KEY,
    "DisabledAt" TEXT NULL,
    "AuthenticatorKey" TEXT NULL,
    "AuthenticatorAddedAt" TEXT NULL,
    "LastCodeStep" INTEGER NULL,
    "UserName" TEXT NULL,
    "NormalizedUserName" TEXT NULL,
    "Email" TEXT NULL,
    "NormalizedEmail" TEXT NULL,
    "EmailConfirmed" INTEGER NOT NULL,
    "PasswordHash" TEXT NULL,
    "SecurityStamp" TEXT NULL,
    "ConcurrencyStamp" TEXT NULL,
    "PhoneNumber" TEXT NULL,
    "PhoneNumberConfirmed" INTEGER NOT NULL,
    "TwoFactorEnabled" INTEGER NOT NULL,
    "LockoutEnd" TEXT NULL,
    "LockoutEnabled" INTEGER NOT NULL,
    "AccessFailedCount" INTEGER NOT NULL
);


CREATE TABLE "CertificateCounters" (
    "OrganizationId" TEXT NOT NULL,
    "Year" INTEGER NOT NULL,
    "Last" INTEGER NOT NULL,
    CONSTRAINT "PK_CertificateCounters" PRIMARY KEY ("OrganizationId", "Year"),
    CONSTRAINT "FK_CertificateCounters_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Departments" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Specialty" TEXT NULL,
    "TakesReferrals" INTEGER NOT NULL,
    "ClosedAt" TEXT NULL,
    "ClosedReason" TEXT NULL,
    "Version" TEXT NOT NULL,
    CONSTRAINT "PK_Departments" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "FK_Departments_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "NoteReleaseRules" (
    "OrganizationId" TEXT NOT NULL CONSTRAINT "PK_NoteReleaseRules" PRIMARY KEY,
    "Days" INTEGER NOT NULL,
    "Version" TEXT NOT NULL,
    CONSTRAINT "CK_NoteReleaseRules_Days" CHECK ("Days" BETWEEN 0 AND 90),
    CONSTRAINT "FK_NoteReleaseRules_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "OrganizationKeys" (
    "OrganizationId" TEXT NOT NULL,
    "KeyId" INTEGER NOT NULL,
    "Purpose" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "Wrapped" BLOB NULL,
    "MasterId" TEXT NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "ChangedAt" TEXT NOT NULL,
    CONSTRAINT "PK_OrganizationKeys" PRIMARY KEY ("OrganizationId", "KeyId"),
    CONSTRAINT "CK_OrganizationKeys_Destroyed" CHECK (("State" = 'Destroyed') = ("Wrapped" IS NULL)),
    CONSTRAINT "FK_OrganizationKeys_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "RecordNumberCounters" (
    "OrganizationId" TEXT NOT NULL CONSTRAINT "PK_RecordNumberCounters" PRIMARY KEY,
    "Last" INTEGER NOT NULL,
    CONSTRAINT "FK_RecordNumberCounters_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "AdministratorProposals" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "UserId" TEXT NOT NULL,
    "ProposedBy" TEXT NOT NULL,
    "ProposedAt" TEXT NOT NULL,
    "DecidedBy" TEXT NULL,
    "DecidedAt" TEXT NULL,
    "Outcome" TEXT NULL,
    CONSTRAINT "PK_AdministratorProposals" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "CK_AdministratorProposals_AnotherPerson" CHECK ("Outcome" IS NULL OR ("DecidedBy" IS NOT NULL AND ("Outcome" <> 'Confirmed' OR ("DecidedBy" <> "ProposedBy" AND "DecidedBy" <> "UserId")))),
    CONSTRAINT "FK_AdministratorProposals_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_AdministratorProposals_Users_DecidedBy" FOREIGN KEY ("DecidedBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_AdministratorProposals_Users_ProposedBy" FOREIGN KEY ("ProposedBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_AdministratorProposals_Users_UserId" FOREIGN KEY ("UserId") REFERENCES "Users" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "OrganizationMemberships" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "UserId" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    "GrantedAt" TEXT NOT NULL,
    "EndedAt" TEXT NULL,
    "PrivacyOfficerFromAt" TEXT NULL,
    CONSTRAINT "PK_OrganizationMemberships" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "FK_OrganizationMemberships_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_OrganizationMemberships_Users_UserId" FOREIGN KEY ("UserId") REFERENCES "Users" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Patients" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "RecordNumber" TEXT NOT NULL,
    "Title" TEXT NULL,
    "GivenName" TEXT NULL,
    "MiddleName" TEXT NULL,
    "FamilyName" TEXT NULL,
    "DisplayName" TEXT NOT NULL,
    "SearchName" TEXT NOT NULL,
    "Sex" TEXT NOT NULL,
    "BirthDate" TEXT NOT NULL,
    "Phone" BLOB NULL,
    "PhoneIndex" BLOB NULL,
    "Email" BLOB NULL,
    "Address" BLOB NULL,
    "NextOfKinName" BLOB NULL,
    "NextOfKinPhone" BLOB NULL,
    "NationalId" BLOB NULL,
    "NationalIdIndex" BLOB NULL,
    "UserId" TEXT NULL,
    "RegisteredAt" TEXT NOT NULL,
    "DeceasedAt" TEXT NULL,
    "Restriction" TEXT NULL,
    "RestrictedAt" TEXT NULL,
    "RestrictedBy" TEXT NULL,
    "Version" TEXT NOT NULL,
    CONSTRAINT "PK_Patients" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "CK_Patients_Named" CHECK ("GivenName" IS NOT NULL OR "FamilyName" IS NOT NULL),
    CONSTRAINT "CK_Patients_Restricted" CHECK (("Restriction" IS NULL) = ("RestrictedAt" IS NULL) AND ("Restriction" IS NULL) = ("RestrictedBy" IS NULL)),
    CONSTRAINT "FK_Patients_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Patients_Users_RestrictedBy" FOREIGN KEY ("RestrictedBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Patients_Users_UserId" FOREIGN KEY ("UserId") REFERENCES "Users" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "RecoveryCodes" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_RecoveryCodes" PRIMARY KEY,
    "UserId" TEXT NOT NULL,
    "Mac" BLOB NOT NULL,
    "UsedAt" TEXT NULL,
    CONSTRAINT "FK_RecoveryCodes_Users_UserId" FOREIGN KEY ("UserId") REFERENCES "Users" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "StaffMembers" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "UserId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "SearchName" TEXT NOT NULL,
    "Specialty" TEXT NULL,
    "LicenceNumber" TEXT NULL,
    "LicenceExpiresOn" TEXT NULL,
    "IsBookable" INTEGER NOT NULL,
    "LeftAt" TEXT NULL,
    "Version" TEXT NOT NULL,
    CONSTRAINT "PK_StaffMembers" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "FK_StaffMembers_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_StaffMembers_Users_UserId" FOREIGN KEY ("UserId") REFERENCES "Users" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "UserClaims" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_UserClaims" PRIMARY KEY AUTOINCREMENT,
    "UserId" TEXT NOT NULL,
    "ClaimType" TEXT NULL,
    "ClaimValue" TEXT NULL,
    CONSTRAINT "FK_UserClaims_Users_UserId" FOREIGN KEY ("UserId") REFERENCES "Users" ("Id") ON DELETE CASCADE
);


CREATE TABLE "UserLogins" (
    "LoginProvider" TEXT NOT NULL,
    "ProviderKey" TEXT NOT NULL,
    "ProviderDisplayName" TEXT NULL,
    "UserId" TEXT NOT NULL,
    CONSTRAINT "PK_UserLogins" PRIMARY KEY ("LoginProvider", "ProviderKey"),
    CONSTRAINT "FK_UserLogins_Users_UserId" FOREIGN KEY ("UserId") REFERENCES "Users" ("Id") ON DELETE CASCADE
);


CREATE TABLE "UserPasskeys" (
    "CredentialId" BLOB NOT NULL CONSTRAINT "PK_UserPasskeys" PRIMARY KEY,
    "UserId" TEXT NOT NULL,
    "Data" TEXT NOT NULL,
    CONSTRAINT "FK_UserPasskeys_Users_UserId" FOREIGN KEY ("UserId") REFERENCES "Users" ("Id") ON DELETE CASCADE
);


CREATE TABLE "UserSessions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_UserSessions" PRIMARY KEY,
    "UserId" TEXT NOT NULL,
    "StartedAt" TEXT NOT NULL,
    "SeenAt" TEXT NOT NULL,
    "EndsAt" TEXT NOT NULL,
    "EndedAt" TEXT NULL,
    "EndedBecause" TEXT NULL,
    "Address" TEXT NULL,
    "Agent" TEXT NOT NULL,
    "SecondFactor" TEXT NOT NULL,
    CONSTRAINT "FK_UserSessions_Users_UserId" FOREIGN KEY ("UserId") REFERENCES "Users" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "UserTokens" (
    "UserId" TEXT NOT NULL,
    "LoginProvider" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Value" TEXT NULL,
    CONSTRAINT "PK_UserTokens" PRIMARY KEY ("UserId", "LoginProvider", "Name"),
    CONSTRAINT "FK_UserTokens_Users_UserId" FOREIGN KEY ("UserId") REFERENCES "Users" ("Id") ON DELETE CASCADE
);


CREATE TABLE "Wards" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "DepartmentId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "ClosedAt" TEXT NULL,
    "ClosedReason" TEXT NULL,
    "Version" TEXT NOT NULL,
    CONSTRAINT "PK_Wards" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "FK_Wards_Departments_OrganizationId_DepartmentId" FOREIGN KEY ("OrganizationId", "DepartmentId") REFERENCES "Departments" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Wards_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "ActivityReviews" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "ConcernsUserId" TEXT NOT NULL,
    "PatientId" TEXT NULL,
    "OccurredAt" TEXT NOT NULL,
    "ReviewedBy" TEXT NOT NULL,
    "ReviewedAt" TEXT NOT NULL,
    "Note" TEXT NOT NULL,
    CONSTRAINT "PK_ActivityReviews" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "CK_ActivityReviews_AnotherPerson" CHECK ("ReviewedBy" <> "ConcernsUserId"),
    CONSTRAINT "FK_ActivityReviews_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ActivityReviews_Patients_OrganizationId_PatientId" FOREIGN KEY ("OrganizationId", "PatientId") REFERENCES "Patients" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ActivityReviews_Users_ConcernsUserId" FOREIGN KEY ("ConcernsUserId") REFERENCES "Users" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ActivityReviews_Users_ReviewedBy" FOREIGN KEY ("ReviewedBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Allergies" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "PatientId" TEXT NOT NULL,
    "Substance" TEXT NOT NULL,
    "SubstanceClass" TEXT NULL,
    "Category" TEXT NOT NULL,
    "Type" TEXT NOT NULL,
    "Reaction" TEXT NOT NULL,
    "ReactionNote" TEXT NULL,
    "Severity" TEXT NOT NULL,
    "Criticality" TEXT NOT NULL,
    "OnsetYear" INTEGER NULL,
    "ClinicalStatus" TEXT NOT NULL,
    "Verification" TEXT NOT NULL,
    "RecordedBy" TEXT NOT NULL,
    "RecordedAt" TEXT NOT NULL,
    "ErrorReason" TEXT NULL,
    "EnteredInErrorBy" TEXT NULL,
    "EnteredInErrorAt" TEXT NULL,
    "Version" TEXT NOT NULL,
    CONSTRAINT "PK_Allergies" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "CK_Allergies_ErrorHasReason" CHECK (("Verification" = 'EnteredInError') = ("ErrorReason" IS NOT NULL)),
    CONSTRAINT "CK_Allergies_RefutedIsNotActive" CHECK ("Verification" <> 'Refuted' OR "ClinicalStatus" <> 'Active'),
    CONSTRAINT "FK_Allergies_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Allergies_Patients_OrganizationId_PatientId" FOREIGN KEY ("OrganizationId", "PatientId") REFERENCES "Patients" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Allergies_Users_EnteredInErrorBy" FOREIGN KEY ("EnteredInErrorBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Allergies_Users_RecordedBy" FOREIGN KEY ("RecordedBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "CareProxies" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "PatientId" TEXT NOT NULL,
    "CarerName" TEXT NOT NULL,
    "Relationship" TEXT NOT NULL,
    "StartsAt" TEXT NOT NULL,
    "EndsAt" TEXT NOT NULL,
    "GrantedBy" TEXT NOT NULL,
    "GrantedAt" TEXT NOT NULL,
    "GrantReason" TEXT NULL,
    "CarerUserId" TEXT NULL,
    "AcceptedAt" TEXT NULL,
    "RevokedAt" TEXT NULL,
    "RevokedBy" TEXT NULL,
    "RevokeReason" TEXT NULL,
    "Version" TEXT NOT NULL,
    CONSTRAINT "PK_CareProxies" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "CK_CareProxies_Accepted" CHECK (("CarerUserId" IS NULL) = ("AcceptedAt" IS NULL)),
    CONSTRAINT "CK_CareProxies_Period" CHECK ("EndsAt" > "StartsAt"),
    CONSTRAINT "CK_CareProxies_Revoked" CHECK (("RevokedAt" IS NULL) = ("RevokedBy" IS NULL)),
    CONSTRAINT "FK_CareProxies_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_CareProxies_Patients_OrganizationId_PatientId" FOREIGN KEY ("OrganizationId", "PatientId") REFERENCES "Patients" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_CareProxies_Users_CarerUserId" FOREIGN KEY ("CarerUserId") REFERENCES "Users" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_CareProxies_Users_GrantedBy" FOREIGN KEY ("GrantedBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_CareProxies_Users_RevokedBy" FOREIGN KEY ("RevokedBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "DeathRecords" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "PatientId" TEXT NOT NULL,
    "DiedAt" TEXT NOT NULL,
    "Code" TEXT NULL,
    "Cause" TEXT NOT NULL,
    "Place" TEXT NULL,
    "CertifiedBy" TEXT NOT NULL,
    "RecordedAt" TEXT NOT NULL,
    "ErrorReason" TEXT NULL,
    "EnteredInErrorBy" TEXT NULL,
    "EnteredInErrorAt" TEXT NULL,
    "Version" TEXT NOT NULL,
    CONSTRAINT "PK_DeathRecords" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "CK_DeathRecords_ErrorHasReason" CHECK (("EnteredInErrorAt" IS NULL) = ("ErrorReason" IS NULL)),
    CONSTRAINT "FK_DeathRecords_DiagnosisCodes_Code" FOREIGN KEY ("Code") REFERENCES "DiagnosisCodes" ("Code") ON DELETE RESTRICT,
    CONSTRAINT "FK_DeathRecords_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_DeathRecords_Patients_OrganizationId_PatientId" FOREIGN KEY ("OrganizationId", "PatientId") REFERENCES "Patients" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_DeathRecords_Users_CertifiedBy" FOREIGN KEY ("CertifiedBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_DeathRecords_Users_EnteredInErrorBy" FOREIGN KEY ("EnteredInErrorBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "EmergencyGrants" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "PatientId" TEXT NOT NULL,
    "UserId" TEXT NOT NULL,
    "Reason" TEXT NOT NULL,
    "Explanation" BLOB NULL,
    "ConfirmedBy" TEXT NOT NULL,
    "GrantedAt" TEXT NOT NULL,
    "ExpiresAt" TEXT NOT NULL,
    "EndedAt" TEXT NULL,
    "ReviewedBy" TEXT NULL,
    "ReviewedAt" TEXT NULL,
    "Outcome" TEXT NULL,
    "ReviewNote" TEXT NULL,
    "OverdueToldAt" TEXT NULL,
    "Version" TEXT NOT NULL,
    CONSTRAINT "PK_EmergencyGrants" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "CK_EmergencyGrants_Limit" CHECK (unixepoch("ExpiresAt") - unixepoch("GrantedAt") <= 3600),
    CONSTRAINT "CK_EmergencyGrants_OtherReviewer" CHECK ("ReviewedBy" IS NULL OR "ReviewedBy" <> "UserId"),
    CONSTRAINT "CK_EmergencyGrants_Period" CHECK ("ExpiresAt" > "GrantedAt" AND ("EndedAt" IS NULL OR ("EndedAt" >= "GrantedAt" AND "EndedAt" <= "ExpiresAt"))),
    CONSTRAINT "CK_EmergencyGrants_Reviewed" CHECK (("ReviewedBy" IS NULL) = ("ReviewedAt" IS NULL) AND ("ReviewedBy" IS NULL) = ("Outcome" IS NULL)),
    CONSTRAINT "FK_EmergencyGrants_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_EmergencyGrants_Patients_OrganizationId_PatientId" FOREIGN KEY ("OrganizationId", "PatientId") REFERENCES "Patients" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_EmergencyGrants_Users_ReviewedBy" FOREIGN KEY ("ReviewedBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_EmergencyGrants_Users_UserId" FOREIGN KEY ("UserId") REFERENCES "Users" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "FamilyConditions" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "Relation" TEXT NOT NULL,
    "Condition" TEXT NOT NULL,
    "OnsetAge" INTEGER NULL,
    "DiedOfIt" INTEGER NOT NULL,
    "PatientId" TEXT NOT NULL,
    "Note" TEXT NULL,
    "RecordedBy" TEXT NOT NULL,
    "RecordedAt" TEXT NOT NULL,
    "ErrorReason" TEXT NULL,
    "EnteredInErrorBy" TEXT NULL,
    "EnteredInErrorAt" TEXT NULL,
    "Version" TEXT NOT NULL,
    CONSTRAINT "PK_FamilyConditions" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "CK_FamilyConditions_ErrorHasReason" CHECK (("EnteredInErrorAt" IS NULL) = ("ErrorReason" IS NULL)),
    CONSTRAINT "FK_FamilyConditions_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_FamilyConditions_Patients_OrganizationId_PatientId" FOREIGN KEY ("OrganizationId", "PatientId") REFERENCES "Patients" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_FamilyConditions_Users_EnteredInErrorBy" FOREIGN KEY ("EnteredInErrorBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_FamilyConditions_Users_RecordedBy" FOREIGN KEY ("RecordedBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "FluidEntries" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "PatientId" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Millilitres" INTEGER NOT NULL,
    "Note" TEXT NULL,
    "TakenAt" TEXT NOT NULL,
    "RecordedAt" TEXT NOT NULL,
    "RecordedBy" TEXT NOT NULL,
    "EnteredInErrorAt" TEXT NULL,
    "EnteredInErrorBy" TEXT NULL,
    "EnteredInErrorReason" TEXT NULL,
    "Version" TEXT NOT NULL,
    CONSTRAINT "PK_FluidEntries" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "CK_FluidEntries_Amount" CHECK ("Millilitres" >= 0),
    CONSTRAINT "CK_FluidEntries_ErrorHasReason" CHECK (("EnteredInErrorAt" IS NULL) = ("EnteredInErrorReason" IS NULL)),
    CONSTRAINT "FK_FluidEntries_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_FluidEntries_Patients_OrganizationId_PatientId" FOREIGN KEY ("OrganizationId", "PatientId") REFERENCES "Patients" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_FluidEntries_Users_RecordedBy" FOREIGN KEY ("RecordedBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "HealthProblems" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "PatientId" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Code" TEXT NULL,
    "ClinicalStatus" TEXT NOT NULL,
    "Verification" TEXT NOT NULL,
    "Severity" TEXT NULL,
    "OnsetOn" TEXT NULL,
    "AbatedOn" TEXT NULL,
    "Note" TEXT NULL,
    "RecordedBy" TEXT NOT NULL,
    "RecordedAt" TEXT NOT NULL,
    "ErrorReason" TEXT NULL,
    "EnteredInErrorBy" TEXT NULL,
    "EnteredInErrorAt" TEXT NULL,
    "Version" TEXT NOT NULL,
    CONSTRAINT "PK_HealthProblems" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "CK_HealthProblems_EndHasDay" CHECK (("ClinicalStatus" IN ('Remission', 'Resolved')) = ("AbatedOn" IS NOT NULL)),
    CONSTRAINT "CK_HealthProblems_ErrorHasReason" CHECK (("Verification" = 'EnteredInError') = ("ErrorReason" IS NOT NULL)),
    CONSTRAINT "CK_HealthProblems_Period" CHECK ("AbatedOn" IS NULL OR "OnsetOn" IS NULL OR "AbatedOn" >= "OnsetOn"),
    CONSTRAINT "FK_HealthProblems_DiagnosisCodes_Code" FOREIGN KEY ("Code") REFERENCES "DiagnosisCodes" ("Code") ON DELETE RESTRICT,
    CONSTRAINT "FK_HealthProblems_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_HealthProblems_Patients_OrganizationId_PatientId" FOREIGN KEY ("OrganizationId", "PatientId") REFERENCES "Patients" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_HealthProblems_Users_EnteredInErrorBy" FOREIGN KEY ("EnteredInErrorBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_HealthProblems_Users_RecordedBy" FOREIGN KEY ("RecordedBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Immunisations" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "Vaccine" TEXT NOT NULL,
    "GivenOn" TEXT NOT NULL,
    "Dose" INTEGER NULL,
    "Lot" TEXT NULL,
    "PatientId" TEXT NOT NULL,
    "Note" TEXT NULL,
    "RecordedBy" TEXT NOT NULL,
    "RecordedAt" TEXT NOT NULL,
    "ErrorReason" TEXT NULL,
    "EnteredInErrorBy" TEXT NULL,
    "EnteredInErrorAt" TEXT NULL,
    "Version" TEXT NOT NULL,
    CONSTRAINT "PK_Immunisations" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "CK_Immunisations_ErrorHasReason" CHECK (("EnteredInErrorAt" IS NULL) = ("ErrorReason" IS NULL)),
    CONSTRAINT "FK_Immunisations_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Immunisations_Patients_OrganizationId_PatientId" FOREIGN KEY ("OrganizationId", "PatientId") REFERENCES "Patients" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Immunisations_Users_EnteredInErrorBy" FOREIGN KEY ("EnteredInErrorBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Immunisations_Users_RecordedBy" FOREIGN KEY ("RecordedBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "NoKnownAllergies" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "PatientId" TEXT NOT NULL,
    "StatedBy" TEXT NOT NULL,
    "StatedAt" TEXT NOT NULL,
    "EndedAt" TEXT NULL,
    "EndedBy" TEXT NULL,
    "WithdrawnReason" TEXT NULL,
    "Version" TEXT NOT NULL,
    CONSTRAINT "PK_NoKnownAllergies" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "CK_NoKnownAllergies_Period" CHECK ("EndedAt" IS NULL OR "EndedAt" >= "StatedAt"),
    CONSTRAINT "FK_NoKnownAllergies_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_NoKnownAllergies_Patients_OrganizationId_PatientId" FOREIGN KEY ("OrganizationId", "PatientId") REFERENCES "Patients" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_NoKnownAllergies_Users_EndedBy" FOREIGN KEY ("EndedBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_NoKnownAllergies_Users_StatedBy" FOREIGN KEY ("StatedBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "PastProcedures" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "DoneOn" TEXT NOT NULL,
    "Place" TEXT NULL,
    "PatientId" TEXT NOT NULL,
    "Note" TEXT NULL,
    "RecordedBy" TEXT NOT NULL,
    "RecordedAt" TEXT NOT NULL,
    "ErrorReason" TEXT NULL,
    "EnteredInErrorBy" TEXT NULL,
    "EnteredInErrorAt" TEXT NULL,
    "Version" TEXT NOT NULL,
    CONSTRAINT "PK_PastProcedures" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "CK_PastProcedures_ErrorHasReason" CHECK (("EnteredInErrorAt" IS NULL) = ("ErrorReason" IS NULL)),
    CONSTRAINT "FK_PastProcedures_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_PastProcedures_Patients_OrganizationId_PatientId" FOREIGN KEY ("OrganizationId", "PatientId") REFERENCES "Patients" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_PastProcedures_Users_EnteredInErrorBy" FOREIGN KEY ("EnteredInErrorBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_PastProcedures_Users_RecordedBy" FOREIGN KEY ("RecordedBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "PatientSearchWords" (
    "OrganizationId" TEXT NOT NULL,
    "PatientId" TEXT NOT NULL,
    "Word" TEXT NOT NULL,
    CONSTRAINT "PK_PatientSearchWords" PRIMARY KEY ("OrganizationId", "Word", "PatientId"),
    CONSTRAINT "FK_PatientSearchWords_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_PatientSearchWords_Patients_OrganizationId_PatientId" FOREIGN KEY ("OrganizationId", "PatientId") REFERENCES "Patients" ("OrganizationId", "Id") ON DELETE RESTRICT
);


CREATE TABLE "Pregnancies" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "DueOn" TEXT NOT NULL,
    "EndedOn" TEXT NULL,
    "Outcome" TEXT NULL,
    "PatientId" TEXT NOT NULL,
    "Note" TEXT NULL,
    "RecordedBy" TEXT NOT NULL,
    "RecordedAt" TEXT NOT NULL,
    "ErrorReason" TEXT NULL,
    "EnteredInErrorBy" TEXT NULL,
    "EnteredInErrorAt" TEXT NULL,
    "Version" TEXT NOT NULL,
    CONSTRAINT "PK_Pregnancies" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "CK_Pregnancies_ErrorHasReason" CHECK (("EnteredInErrorAt" IS NULL) = ("ErrorReason" IS NULL)),
    CONSTRAINT "FK_Pregnancies_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Pregnancies_Patients_OrganizationId_PatientId" FOREIGN KEY ("OrganizationId", "PatientId") REFERENCES "Patients" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Pregnancies_Users_EnteredInErrorBy" FOREIGN KEY ("EnteredInErrorBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Pregnancies_Users_RecordedBy" FOREIGN KEY ("RecordedBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "SaturationScaleOrders" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "PatientId" TEXT NOT NULL,
    "Reason" TEXT NOT NULL,
    "OrderedAt" TEXT NOT NULL,
    "OrderedBy" TEXT NOT NULL,
    "EndedAt" TEXT NULL,
    "EndedBy" TEXT NULL,
    "Lapsed" INTEGER NOT NULL,
    "Version" TEXT NOT NULL,
    CONSTRAINT "PK_SaturationScaleOrders" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "CK_SaturationScaleOrders_Lapsed" CHECK (NOT "Lapsed" OR "EndedAt" IS NOT NULL),
    CONSTRAINT "FK_SaturationScaleOrders_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_SaturationScaleOrders_Patients_OrganizationId_PatientId" FOREIGN KEY ("OrganizationId", "PatientId") REFERENCES "Patients" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_SaturationScaleOrders_Users_OrderedBy" FOREIGN KEY ("OrderedBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "SocialHistories" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "Smoking" TEXT NOT NULL,
    "PackYears" INTEGER NULL,
    "Alcohol" TEXT NOT NULL,
    "Occupation" TEXT NULL,
    "Living" TEXT NULL,
    "PatientId" TEXT NOT NULL,
    "Note" TEXT NULL,
    "RecordedBy" TEXT NOT NULL,
    "RecordedAt" TEXT NOT NULL,
    "ErrorReason" TEXT NULL,
    "EnteredInErrorBy" TEXT NULL,
    "EnteredInErrorAt" TEXT NULL,
    "Version" TEXT NOT NULL,
    CONSTRAINT "PK_SocialHistories" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "CK_SocialHistories_ErrorHasReason" CHECK (("EnteredInErrorAt" IS NULL) = ("ErrorReason" IS NULL)),
    CONSTRAINT "FK_SocialHistories_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_SocialHistories_Patients_OrganizationId_PatientId" FOREIGN KEY ("OrganizationId", "PatientId") REFERENCES "Patients" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_SocialHistories_Users_EnteredInErrorBy" FOREIGN KEY ("EnteredInErrorBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_SocialHistories_Users_RecordedBy" FOREIGN KEY ("RecordedBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Absences" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "ClinicianId" TEXT NOT NULL,
    "StartsAt" TEXT NOT NULL,
    "EndsAt" TEXT NOT NULL,
    "Reason" TEXT NOT NULL,
    "Version" TEXT NOT NULL,
    CONSTRAINT "PK_Absences" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "CK_Absences_Period" CHECK ("EndsAt" > "StartsAt"),
    CONSTRAINT "FK_Absences_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Absences_StaffMembers_OrganizationId_ClinicianId" FOREIGN KEY ("OrganizationId", "ClinicianId") REFERENCES "StaffMembers" ("OrganizationId", "Id") ON DELETE RESTRICT
);


CREATE TABLE "CarePlans" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "PatientId" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Status" TEXT NOT NULL,
    "FollowUpOn" TEXT NULL,
    "ResponsibleId" TEXT NOT NULL,
    "InCare" INTEGER NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "CreatedBy" TEXT NOT NULL,
    "StartsOn" TEXT NULL,
    "StartedAt" TEXT NULL,
    "EndsOn" TEXT NULL,
    "EndedAt" TEXT NULL,
    "StatusReason" TEXT NULL,
    "Version" TEXT NOT NULL,
    CONSTRAINT "PK_CarePlans" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "CK_CarePlans_Ended" CHECK (("Status" IN ('Completed', 'Revoked')) = ("EndedAt" IS NOT NULL) AND ("EndedAt" IS NULL) = ("EndsOn" IS NULL)),
    CONSTRAINT "CK_CarePlans_HasReason" CHECK (("Status" IN ('OnHold', 'Revoked')) = ("StatusReason" IS NOT NULL)),
    CONSTRAINT "CK_CarePlans_Started" CHECK (("Status" NOT IN ('Active', 'OnHold', 'Completed') OR "StartsOn" IS NOT NULL) AND ("Status" <> 'Draft' OR "StartsOn" IS NULL)),
    CONSTRAINT "FK_CarePlans_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_CarePlans_Patients_OrganizationId_PatientId" FOREIGN KEY ("OrganizationId", "PatientId") REFERENCES "Patients" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_CarePlans_StaffMembers_OrganizationId_ResponsibleId" FOREIGN KEY ("OrganizationId", "ResponsibleId") REFERENCES "StaffMembers" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_CarePlans_Users_CreatedBy" FOREIGN KEY ("CreatedBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Consents" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "PatientId" TEXT NOT NULL,
    "Scope" TEXT NOT NULL,
    "StaffMemberId" TEXT NULL,
    "DepartmentId" TEXT NULL,
    "StartsAt" TEXT NOT NULL,
    "EndsAt" TEXT NULL,
    "RecordedBy" TEXT NOT NULL,
    "Reason" TEXT NULL,
    "WithdrawnAt" TEXT NULL,
    "WithdrawnBy" TEXT NULL,
    "WithdrawReason" TEXT NULL,
    "Version" TEXT NOT NULL,
    CONSTRAINT "PK_Consents" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "CK_Consents_Grantee" CHECK (("Scope" = 'KeepOutPerson') = ("StaffMemberId" IS NOT NULL) AND ("Scope" = 'KeepOutDepartment') = ("DepartmentId" IS NOT NULL)),
    CONSTRAINT "CK_Consents_Period" CHECK ("EndsAt" IS NULL OR "EndsAt" > "StartsAt"),
    CONSTRAINT "CK_Consents_Withdrawn" CHECK (("WithdrawnAt" IS NULL) = ("WithdrawnBy" IS NULL)),
    CONSTRAINT "FK_Consents_Departments_OrganizationId_DepartmentId" FOREIGN KEY ("OrganizationId", "DepartmentId") REFERENCES "Departments" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Consents_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Consents_Patients_OrganizationId_PatientId" FOREIGN KEY ("OrganizationId", "PatientId") REFERENCES "Patients" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Consents_StaffMembers_OrganizationId_StaffMemberId" FOREIGN KEY ("OrganizationId", "StaffMemberId") REFERENCES "StaffMembers" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Consents_Users_RecordedBy" FOREIGN KEY ("RecordedBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Consents_Users_WithdrawnBy" FOREIGN KEY ("WithdrawnBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Encounters" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "PatientId" TEXT NOT NULL,
    "Class" TEXT NOT NULL,
    "Status" TEXT NOT NULL,
    "StartedAt" TEXT NOT NULL,
    "ClinicianStartedAt" TEXT NULL,
    "EndedAt" TEXT NULL,
    "ClinicianId" TEXT NULL,
    "DepartmentId" TEXT NULL,
    "Reason" TEXT NULL,
    "PlannedDischargeOn" TEXT NULL,
    "DischargeOrderedAt" TEXT NULL,
    "Outcome" TEXT NULL,
    "IsolationReason" TEXT NULL,
    "ErrorReason" TEXT NULL,
    "Version" TEXT NOT NULL,
    CONSTRAINT "PK_Encounters" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "CK_Encounters_FinishedHasEnd" CHECK ("Status" <> 'Finished' OR "EndedAt" IS NOT NULL),
    CONSTRAINT "CK_Encounters_Period" CHECK ("EndedAt" IS NULL OR "EndedAt" >= "StartedAt"),
    CONSTRAINT "CK_Encounters_StayInErrorHasReason" CHECK (("ErrorReason" IS NOT NULL) = ("Class" = 'Inpatient' AND "Status" = 'EnteredInError')),
    CONSTRAINT "FK_Encounters_Departments_OrganizationId_DepartmentId" FOREIGN KEY ("OrganizationId", "DepartmentId") REFERENCES "Departments" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Encounters_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Encounters_Patients_OrganizationId_PatientId" FOREIGN KEY ("OrganizationId", "PatientId") REFERENCES "Patients" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Encounters_StaffMembers_OrganizationId_ClinicianId" FOREIGN KEY ("OrganizationId", "ClinicianId") REFERENCES "StaffMembers" ("OrganizationId", "Id") ON DELETE RESTRICT
);


CREATE TABLE "StaffDepartments" (
    "OrganizationId" TEXT NOT NULL,
    "StaffMemberId" TEXT NOT NULL,
    "DepartmentId" TEXT NOT NULL,
    CONSTRAINT "PK_StaffDepartments" PRIMARY KEY ("OrganizationId", "StaffMemberId", "DepartmentId"),
    CONSTRAINT "FK_StaffDepartments_Departments_OrganizationId_DepartmentId" FOREIGN KEY ("OrganizationId", "DepartmentId") REFERENCES "Departments" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_StaffDepartments_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_StaffDepartments_StaffMembers_OrganizationId_StaffMemberId" FOREIGN KEY ("OrganizationId", "StaffMemberId") REFERENCES "StaffMembers" ("OrganizationId", "Id") ON DELETE RESTRICT
);


CREATE TABLE "Rooms" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "Number" TEXT NOT NULL,
    "Label" TEXT NULL,
    "Kind" TEXT NOT NULL,
    "DepartmentId" TEXT NOT NULL,
    "WardId" TEXT NULL,
    "ClosedAt" TEXT NULL,
    "ClosedReason" TEXT NULL,
    "Version" TEXT NOT NULL,
    CONSTRAINT "PK_Rooms" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "CK_Rooms_WardOfPatientRoom" CHECK ("Kind" <> 'PatientRoom' OR "WardId" IS NOT NULL),
    CONSTRAINT "FK_Rooms_Departments_OrganizationId_DepartmentId" FOREIGN KEY ("OrganizationId", "DepartmentId") REFERENCES "Departments" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Rooms_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Rooms_Wards_OrganizationId_WardId" FOREIGN KEY ("OrganizationId", "WardId") REFERENCES "Wards" ("OrganizationId", "Id") ON DELETE RESTRICT
);


CREATE TABLE "PatientInvitations" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "PatientId" TEXT NOT NULL,
    "CareProxyId" TEXT NULL,
    "CodeHash" TEXT NOT NULL,
    "CreatedBy" TEXT NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "ExpiresAt" TEXT NOT NULL,
    "Tries" INTEGER NOT NULL,
    "UsedAt" TEXT NULL,
    "UsedBy" TEXT NULL,
    "WithdrawnAt" TEXT NULL,
    "Version" TEXT NOT NULL,
    CONSTRAINT "PK_PatientInvitations" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "CK_PatientInvitations_Used" CHECK (("UsedAt" IS NULL) = ("UsedBy" IS NULL)),
    CONSTRAINT "FK_PatientInvitations_CareProxies_OrganizationId_CareProxyId" FOREIGN KEY ("OrganizationId", "CareProxyId") REFERENCES "CareProxies" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_PatientInvitations_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_PatientInvitations_Patients_OrganizationId_PatientId" FOREIGN KEY ("OrganizationId", "PatientId") REFERENCES "Patients" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_PatientInvitations_Users_CreatedBy" FOREIGN KEY ("CreatedBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_PatientInvitations_Users_UsedBy" FOREIGN KEY ("UsedBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "CarePlanChanges" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "PatientId" TEXT NOT NULL,
    "PlanId" TEXT NOT NULL,
    "What" TEXT NOT NULL,
    "ChangedAt" TEXT NOT NULL,
    "ChangedBy" TEXT NOT NULL,
    CONSTRAINT "PK_CarePlanChanges" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "FK_CarePlanChanges_CarePlans_OrganizationId_PlanId" FOREIGN KEY ("OrganizationId", "PlanId") REFERENCES "CarePlans" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_CarePlanChanges_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_CarePlanChanges_Patients_OrganizationId_PatientId" FOREIGN KEY ("OrganizationId", "PatientId") REFERENCES "Patients" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_CarePlanChanges_Users_ChangedBy" FOREIGN KEY ("ChangedBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "CarePlanHolds" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "PatientId" TEXT NOT NULL,
    "PlanId" TEXT NOT NULL,
    "HeldOn" TEXT NOT NULL,
    "ResumedOn" TEXT NULL,
    CONSTRAINT "PK_CarePlanHolds" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "CK_CarePlanHolds_Order" CHECK ("ResumedOn" IS NULL OR "ResumedOn" >= "HeldOn"),
    CONSTRAINT "FK_CarePlanHolds_CarePlans_OrganizationId_PlanId" FOREIGN KEY ("OrganizationId", "PlanId") REFERENCES "CarePlans" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_CarePlanHolds_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_CarePlanHolds_Patients_OrganizationId_PatientId" FOREIGN KEY ("OrganizationId", "PatientId") REFERENCES "Patients" ("OrganizationId", "Id") ON DELETE RESTRICT
);


CREATE TABLE "PlanActivities" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "PatientId" TEXT NOT NULL,
    "PlanId" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "Times" INTEGER NOT NULL,
    "Per" TEXT NOT NULL,
    "FromOn" TEXT NOT NULL,
    "UntilOn" TEXT NULL,
    "AddedAt" TEXT NOT NULL,
    "AddedBy" TEXT NOT NULL,
    "EndedAt" TEXT NULL,
    "CancelledAt" TEXT NULL,
    "Version" TEXT NOT NULL,
    CONSTRAINT "PK_PlanActivities" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "CK_PlanActivities_Order" CHECK ("UntilOn" IS NULL OR "UntilOn" >= "FromOn"),
    CONSTRAINT "CK_PlanActivities_Times" CHECK ("Times" BETWEEN 1 AND 12 AND ("Per" = 'Day' OR "Times" <= 7)),
    CONSTRAINT "FK_PlanActivities_CarePlans_OrganizationId_PlanId" FOREIGN KEY ("OrganizationId", "PlanId") REFERENCES "CarePlans" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_PlanActivities_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_PlanActivities_Patients_OrganizationId_PatientId" FOREIGN KEY ("OrganizationId", "PatientId") REFERENCES "Patients" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_PlanActivities_Users_AddedBy" FOREIGN KEY ("AddedBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "PlanGoals" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "PatientId" TEXT NOT NULL,
    "PlanId" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "Target" TEXT NULL,
    "Unit" TEXT NULL,
    "TargetOn" TEXT NULL,
    "Status" TEXT NOT NULL,
    "AddedAt" TEXT NOT NULL,
    "AddedBy" TEXT NOT NULL,
    "ClosedAt" TEXT NULL,
    "Version" TEXT NOT NULL,
    CONSTRAINT "PK_PlanGoals" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "CK_PlanGoals_Closed" CHECK (("ClosedAt" IS NULL) = ("Status" = 'Open')),
    CONSTRAINT "CK_PlanGoals_Target" CHECK (("Target" IS NULL) = ("Unit" IS NULL)),
    CONSTRAINT "FK_PlanGoals_CarePlans_OrganizationId_PlanId" FOREIGN KEY ("OrganizationId", "PlanId") REFERENCES "CarePlans" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_PlanGoals_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_PlanGoals_Patients_OrganizationId_PatientId" FOREIGN KEY ("OrganizationId", "PatientId") REFERENCES "Patients" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_PlanGoals_Users_AddedBy" FOREIGN KEY ("AddedBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Certificates" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "PatientId" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Status" TEXT NOT NULL,
    "EncounterId" TEXT NULL,
    "Year" INTEGER NOT NULL,
    "Number" INTEGER NOT NULL,
    "Code" TEXT NOT NULL,
    "FromOn" TEXT NOT NULL,
    "UntilOn" TEXT NOT NULL,
    "BackdatedReason" TEXT NULL,
    "ShowsDiagnosis" INTEGER NOT NULL,
    "Text" BLOB NOT NULL,
    "IssuerId" TEXT NOT NULL,
    "IssuedBy" TEXT NOT NULL,
    "IssuedAt" TEXT NOT NULL,
    "RevokedBy" TEXT NULL,
    "RevokedAt" TEXT NULL,
    "RevokeReason" TEXT NULL,
    "Version" TEXT NOT NULL,
    CONSTRAINT "PK_Certificates" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "CK_Certificates_Attendance" CHECK ("Kind" <> 'Attendance' OR "EncounterId" IS NOT NULL),
    CONSTRAINT "CK_Certificates_Days" CHECK ("UntilOn" >= "FromOn"),
    CONSTRAINT "CK_Certificates_Number" CHECK ("Number" > 0),
    CONSTRAINT "CK_Certificates_Revoked" CHECK (("Status" = 'Revoked') = ("RevokedAt" IS NOT NULL) AND ("RevokedAt" IS NULL) = ("RevokeReason" IS NULL) AND ("RevokedAt" IS NULL) = ("RevokedBy" IS NULL)),
    CONSTRAINT "FK_Certificates_Encounters_OrganizationId_EncounterId" FOREIGN KEY ("OrganizationId", "EncounterId") REFERENCES "Encounters" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Certificates_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Certificates_Patients_OrganizationId_PatientId" FOREIGN KEY ("OrganizationId", "PatientId") REFERENCES "Patients" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Certificates_StaffMembers_OrganizationId_IssuerId" FOREIGN KEY ("OrganizationId", "IssuerId") REFERENCES "StaffMembers" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Certificates_Users_IssuedBy" FOREIGN KEY ("IssuedBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Certificates_Users_RevokedBy" FOREIGN KEY ("RevokedBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "ClinicalNotes" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "PatientId" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Status" TEXT NOT NULL,
    "EncounterId" TEXT NULL,
    "StartedAt" TEXT NOT NULL,
    "EditedAt" TEXT NOT NULL,
    "EditorId" TEXT NULL,
    "EditorSession" TEXT NULL,
    "EditorOpenedAt" TEXT NULL,
    "SignedAt" TEXT NULL,
    "Mistake" TEXT NULL,
    "EnteredInErrorAt" TEXT NULL,
    "EnteredInErrorBy" TEXT NULL,
    "ErrorReason" TEXT NULL,
    "WithdrawnAt" TEXT NULL,
    "Version" TEXT NOT NULL,
    "AuthorId" TEXT NOT NULL,
    "AuthorUserId" TEXT NOT NULL,
    "ReleaseAt" TEXT NULL,
    "HeldReason" TEXT NULL,
    CONSTRAINT "PK_ClinicalNotes" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "CK_ClinicalNotes_InError" CHECK (("Status" = 'EnteredInError') = ("Mistake" IS NOT NULL) AND ("Mistake" IS NULL OR ("ErrorReason" IS NOT NULL AND "EnteredInErrorAt" IS NOT NULL AND "EnteredInErrorBy" IS NOT NULL))),
    CONSTRAINT "CK_ClinicalNotes_Letter" CHECK ("Kind" <> 'DischargeLetter' OR "EncounterId" IS NOT NULL),
    CONSTRAINT "CK_ClinicalNotes_Release" CHECK (CASE WHEN "Status" = 'Signed' OR "Mistake" = 'Content' THEN ("ReleaseAt" IS NULL) <> ("HeldReason" IS NULL) ELSE "ReleaseAt" IS NULL AND "HeldReason" IS NULL END),
    CONSTRAINT "CK_ClinicalNotes_Signed" CHECK (("Status" IN ('Signed', 'EnteredInError')) = ("SignedAt" IS NOT NULL)),
    CONSTRAINT "CK_ClinicalNotes_Withdrawn" CHECK ("WithdrawnAt" IS NULL OR COALESCE("Mistake", '') = 'WrongPatient'),
    CONSTRAINT "FK_ClinicalNotes_Encounters_OrganizationId_EncounterId" FOREIGN KEY ("OrganizationId", "EncounterId") REFERENCES "Encounters" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ClinicalNotes_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ClinicalNotes_Patients_OrganizationId_PatientId" FOREIGN KEY ("OrganizationId", "PatientId") REFERENCES "Patients" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ClinicalNotes_StaffMembers_OrganizationId_AuthorId" FOREIGN KEY ("OrganizationId", "AuthorId") REFERENCES "StaffMembers" ("OrganizationId", "Id") ON DELETE RESTRICT
);


CREATE TABLE "EncounterDiagnoses" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "PatientId" TEXT NOT NULL,
    "EncounterId" TEXT NOT NULL,
    "Code" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Rank" TEXT NOT NULL,
    "RecordedBy" TEXT NOT NULL,
    "RecordedAt" TEXT NOT NULL,
    "ErrorReason" TEXT NULL,
    "EnteredInErrorBy" TEXT NULL,
    "EnteredInErrorAt" TEXT NULL,
    "Version" TEXT NOT NULL,
    CONSTRAINT "PK_EncounterDiagnoses" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "CK_EncounterDiagnoses_ErrorHasReason" CHECK (("EnteredInErrorAt" IS NULL) = ("ErrorReason" IS NULL)),
    CONSTRAINT "FK_EncounterDiagnoses_DiagnosisCodes_Code" FOREIGN KEY ("Code") REFERENCES "DiagnosisCodes" ("Code") ON DELETE RESTRICT,
    CONSTRAINT "FK_EncounterDiagnoses_Encounters_OrganizationId_EncounterId" FOREIGN KEY ("OrganizationId", "EncounterId") REFERENCES "Encounters" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_EncounterDiagnoses_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_EncounterDiagnoses_Patients_OrganizationId_PatientId" FOREIGN KEY ("OrganizationId", "PatientId") REFERENCES "Patients" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_EncounterDiagnoses_Users_EnteredInErrorBy" FOREIGN KEY ("EnteredInErrorBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_EncounterDiagnoses_Users_RecordedBy" FOREIGN KEY ("RecordedBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "TriageEntries" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "PatientId" TEXT NOT NULL,
    "Status" TEXT NOT NULL,
    "ArrivedAt" TEXT NOT NULL,
    "Mode" TEXT NOT NULL,
    "Presenting" TEXT NULL,
    "RecordedAt" TEXT NOT NULL,
    "RecordedBy" TEXT NOT NULL,
    "Level" TEXT NULL,
    "Complaint" TEXT NULL,
    "TriagedAt" TEXT NULL,
    "TriagedBy" TEXT NULL,
    "EncounterId" TEXT NULL,
    "TakenAt" TEXT NULL,
    "TakenBy" TEXT NULL,
    "HandBackReason" TEXT NULL,
    "Disposition" TEXT NULL,
    "ClosedAt" TEXT NULL,
    "ClosedBy" TEXT NULL,
    "CloseNote" TEXT NULL,
    "Version" TEXT NOT NULL,
    CONSTRAINT "PK_TriageEntries" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "CK_TriageEntries_Disposition" CHECK (("Status" = 'Done') = ("Disposition" IS NOT NULL)),
    CONSTRAINT "CK_TriageEntries_Open" CHECK (("ClosedAt" IS NULL) = ("Status" IN ('Waiting', 'WithDoctor')) AND ("ClosedAt" IS NULL) = ("ClosedBy" IS NULL)),
    CONSTRAINT "CK_TriageEntries_Period" CHECK ("ClosedAt" IS NULL OR "ClosedAt" >= "ArrivedAt"),
    CONSTRAINT "CK_TriageEntries_Reason" CHECK ("Status" NOT IN ('LeftWithoutBeingSeen', 'EnteredInError') OR "CloseNote" IS NOT NULL),
    CONSTRAINT "CK_TriageEntries_Triaged" CHECK (("Level" IS NULL) = ("Complaint" IS NULL) AND ("Level" IS NULL) = ("TriagedAt" IS NULL) AND ("Level" IS NULL) = ("TriagedBy" IS NULL)),
    CONSTRAINT "CK_TriageEntries_Waiting" CHECK ("Status" <> 'Waiting' OR "TakenBy" IS NULL),
    CONSTRAINT "CK_TriageEntries_WithDoctor" CHECK ("Status" <> 'WithDoctor' OR ("EncounterId" IS NOT NULL AND "TakenAt" IS NOT NULL AND "TakenBy" IS NOT NULL)),
    CONSTRAINT "FK_TriageEntries_Encounters_OrganizationId_EncounterId" FOREIGN KEY ("OrganizationId", "EncounterId") REFERENCES "Encounters" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_TriageEntries_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_TriageEntries_Patients_OrganizationId_PatientId" FOREIGN KEY ("OrganizationId", "PatientId") REFERENCES "Patients" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_TriageEntries_Users_ClosedBy" FOREIGN KEY ("ClosedBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_TriageEntries_Users_RecordedBy" FOREIGN KEY ("RecordedBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_TriageEntries_Users_TakenBy" FOREIGN KEY ("TakenBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_TriageEntries_Users_TriagedBy" FOREIGN KEY ("TriagedBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "VitalSigns" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "PatientId" TEXT NOT NULL,
    "EncounterId" TEXT NULL,
    "TakenAt" TEXT NOT NULL,
    "RecordedAt" TEXT NOT NULL,
    "RecordedBy" TEXT NOT NULL,
    "Respiration" INTEGER NULL,
    "Saturation" INTEGER NULL,
    "Scale" TEXT NOT NULL,
    "OnOxygen" INTEGER NULL,
    "OxygenFlow" TEXT NULL,
    "OxygenFlowDecimals" INTEGER NOT NULL,
    "Device" TEXT NULL,
    "Systolic" INTEGER NULL,
    "Diastolic" INTEGER NULL,
    "Pulse" INTEGER NULL,
    "Consciousness" TEXT NULL,
    "Temperature" TEXT NULL,
    "TemperatureDecimals" INTEGER NOT NULL,
    "Weight" TEXT NULL,
    "WeightDecimals" INTEGER NOT NULL,
    "Height" TEXT NULL,
    "HeightDecimals" INTEGER NOT NULL,
    "Pain" INTEGER NULL,
    "GcsEye" INTEGER NULL,
    "GcsVerbal" INTEGER NULL,
    "GcsMotor" INTEGER NULL,
    "GcsTotal" INTEGER NULL,
    "Pregnant" INTEGER NOT NULL,
    "Status" TEXT NOT NULL,
    "Score" INTEGER NULL,
    "Response" TEXT NULL,
    "SingleThree" INTEGER NOT NULL,
    "EnteredInErrorAt" TEXT NULL,
    "EnteredInErrorBy" TEXT NULL,
    "EnteredInErrorReason" TEXT NULL,
    "Version" TEXT NOT NULL,
    CONSTRAINT "PK_VitalSigns" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "CK_VitalSigns_ErrorHasReason" CHECK (("EnteredInErrorAt" IS NULL) = ("EnteredInErrorReason" IS NULL)),
    CONSTRAINT "CK_VitalSigns_Pressure" CHECK ("Systolic" IS NULL OR "Diastolic" IS NULL OR "Systolic" > "Diastolic"),
    CONSTRAINT "CK_VitalSigns_Scored" CHECK (("Status" = 'Scored') = ("Score" IS NOT NULL) AND ("Score" IS NULL OR "Score" BETWEEN 0 AND 20)),
    CONSTRAINT "FK_VitalSigns_Encounters_OrganizationId_EncounterId" FOREIGN KEY ("OrganizationId", "EncounterId") REFERENCES "Encounters" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_VitalSigns_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_VitalSigns_Patients_OrganizationId_PatientId" FOREIGN KEY ("OrganizationId", "PatientId") REFERENCES "Patients" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_VitalSigns_Users_RecordedBy" FOREIGN KEY ("RecordedBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Appointments" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "PatientId" TEXT NOT NULL,
    "ClinicianId" TEXT NOT NULL,
    "ClinicianUserId" TEXT NOT NULL,
    "RoomId" TEXT NULL,
    "DepartmentId" TEXT NULL,
    "StartsAt" TEXT NOT NULL,
    "EndsAt" TEXT NOT NULL,
    "Status" TEXT NOT NULL,
    "Reason" TEXT NULL,
    "CreatedAt" TEXT NOT NULL,
    "CreatedBy" TEXT NOT NULL,
    "HeldUntil" TEXT NULL,
    "Overbooked" INTEGER NOT NULL,
    "OverbookReason" TEXT NULL,
    "ArrivedAt" TEXT NULL,
    "CheckedInAt" TEXT NULL,
    "CancelReason" TEXT NULL,
    "CancelledAt" TEXT NULL,
    "RescheduledFromId" TEXT NULL,
    "EncounterId" TEXT NULL,
    "Version" TEXT NOT NULL,
    CONSTRAINT "PK_Appointments" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "CK_Appointments_HoldHasEnd" CHECK (("Status" = 'Held') = ("HeldUntil" IS NOT NULL)),
    CONSTRAINT "CK_Appointments_OverbookHasReason" CHECK ("OverbookReason" IS NOT NULL OR "Overbooked" = FALSE),
    CONSTRAINT "CK_Appointments_Period" CHECK ("EndsAt" > "StartsAt"),
    CONSTRAINT "FK_Appointments_Appointments_OrganizationId_RescheduledFromId" FOREIGN KEY ("OrganizationId", "RescheduledFromId") REFERENCES "Appointments" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Appointments_Departments_OrganizationId_DepartmentId" FOREIGN KEY ("OrganizationId", "DepartmentId") REFERENCES "Departments" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Appointments_Encounters_OrganizationId_EncounterId" FOREIGN KEY ("OrganizationId", "EncounterId") REFERENCES "Encounters" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Appointments_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Appointments_Patients_OrganizationId_PatientId" FOREIGN KEY ("OrganizationId", "PatientId") REFERENCES "Patients" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Appointments_Rooms_OrganizationId_RoomId" FOREIGN KEY ("OrganizationId", "RoomId") REFERENCES "Rooms" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Appointments_StaffMembers_OrganizationId_ClinicianId" FOREIGN KEY ("OrganizationId", "ClinicianId") REFERENCES "StaffMembers" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Appointments_Users_ClinicianUserId" FOREIGN KEY ("ClinicianUserId") REFERENCES "Users" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Appointments_Users_CreatedBy" FOREIGN KEY ("CreatedBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Beds" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "RoomId" TEXT NOT NULL,
    "Label" TEXT NOT NULL,
    "Status" TEXT NOT NULL,
    "StatusChangedAt" TEXT NOT NULL,
    "ClosedReason" TEXT NULL,
    "ClosedUntil" TEXT NULL,
    "Version" TEXT NOT NULL,
    CONSTRAINT "PK_Beds" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "CK_Beds_ClosedHasReason" CHECK ("Status" <> 'Closed' OR "ClosedReason" IS NOT NULL),
    CONSTRAINT "FK_Beds_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Beds_Rooms_OrganizationId_RoomId" FOREIGN KEY ("OrganizationId", "RoomId") REFERENCES "Rooms" ("OrganizationId", "Id") ON DELETE RESTRICT
);


CREATE TABLE "WorkingHours" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "ClinicianId" TEXT NULL,
    "RoomId" TEXT NULL,
    "Day" TEXT NOT NULL,
    "FromMinute" INTEGER NOT NULL,
    "ToMinute" INTEGER NOT NULL,
    "SlotMinutes" INTEGER NOT NULL,
    "Version" TEXT NOT NULL,
    CONSTRAINT "PK_WorkingHours" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "CK_WorkingHours_Minutes" CHECK ("FromMinute" >= 0 AND "ToMinute" <= 1440 AND "ToMinute" > "FromMinute"),
    CONSTRAINT "CK_WorkingHours_Slot" CHECK ("SlotMinutes" BETWEEN 5 AND 240),
    CONSTRAINT "CK_WorkingHours_Whose" CHECK ("ClinicianId" IS NOT NULL OR "RoomId" IS NOT NULL),
    CONSTRAINT "FK_WorkingHours_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_WorkingHours_Rooms_OrganizationId_RoomId" FOREIGN KEY ("OrganizationId", "RoomId") REFERENCES "Rooms" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_WorkingHours_StaffMembers_OrganizationId_ClinicianId" FOREIGN KEY ("OrganizationId", "ClinicianId") REFERENCES "StaffMembers" ("OrganizationId", "Id") ON DELETE RESTRICT
);


CREATE TABLE "PlanTicks" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "PatientId" TEXT NOT NULL,
    "ActivityId" TEXT NOT NULL,
    "DoneOn" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    "TickedAt" TEXT NOT NULL,
    "TickedBy" TEXT NOT NULL,
    CONSTRAINT "PK_PlanTicks" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "CK_PlanTicks_Ordinal" CHECK ("Ordinal" BETWEEN 1 AND 12),
    CONSTRAINT "FK_PlanTicks_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_PlanTicks_Patients_OrganizationId_PatientId" FOREIGN KEY ("OrganizationId", "PatientId") REFERENCES "Patients" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_PlanTicks_PlanActivities_OrganizationId_ActivityId" FOREIGN KEY ("OrganizationId", "ActivityId") REFERENCES "PlanActivities" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_PlanTicks_Users_TickedBy" FOREIGN KEY ("TickedBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "NoteAddenda" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "PatientId" TEXT NOT NULL,
    "NoteId" TEXT NOT NULL,
    "Text" BLOB NOT NULL,
    "WrittenAt" TEXT NOT NULL,
    "Version" TEXT NOT NULL,
    "AuthorId" TEXT NOT NULL,
    "AuthorUserId" TEXT NOT NULL,
    "ReleaseAt" TEXT NULL,
    "HeldReason" TEXT NULL,
    CONSTRAINT "PK_NoteAddenda" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "CK_NoteAddenda_Release" CHECK (("ReleaseAt" IS NULL) <> ("HeldReason" IS NULL)),
    CONSTRAINT "FK_NoteAddenda_ClinicalNotes_OrganizationId_NoteId" FOREIGN KEY ("OrganizationId", "NoteId") REFERENCES "ClinicalNotes" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_NoteAddenda_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_NoteAddenda_Patients_OrganizationId_PatientId" FOREIGN KEY ("OrganizationId", "PatientId") REFERENCES "Patients" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_NoteAddenda_StaffMembers_OrganizationId_AuthorId" FOREIGN KEY ("OrganizationId", "AuthorId") REFERENCES "StaffMembers" ("OrganizationId", "Id") ON DELETE RESTRICT
);


CREATE TABLE "NoteParts" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "PatientId" TEXT NOT NULL,
    "NoteId" TEXT NOT NULL,
    "Heading" TEXT NOT NULL,
    "Text" BLOB NULL,
    "SavedAt" TEXT NOT NULL,
    CONSTRAINT "PK_NoteParts" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "FK_NoteParts_ClinicalNotes_OrganizationId_NoteId" FOREIGN KEY ("OrganizationId", "NoteId") REFERENCES "ClinicalNotes" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_NoteParts_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_NoteParts_Patients_OrganizationId_PatientId" FOREIGN KEY ("OrganizationId", "PatientId") REFERENCES "Patients" ("OrganizationId", "Id") ON DELETE RESTRICT
);


CREATE TABLE "TriageAssessments" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "PatientId" TEXT NOT NULL,
    "EntryId" TEXT NOT NULL,
    "OldLevel" TEXT NULL,
    "NewLevel" TEXT NOT NULL,
    "Complaint" TEXT NOT NULL,
    "AssessedAt" TEXT NOT NULL,
    "AssessedBy" TEXT NOT NULL,
    CONSTRAINT "PK_TriageAssessments" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "FK_TriageAssessments_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_TriageAssessments_Patients_OrganizationId_PatientId" FOREIGN KEY ("OrganizationId", "PatientId") REFERENCES "Patients" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_TriageAssessments_TriageEntries_OrganizationId_EntryId" FOREIGN KEY ("OrganizationId", "EntryId") REFERENCES "TriageEntries" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_TriageAssessments_Users_AssessedBy" FOREIGN KEY ("AssessedBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Escalations" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "PatientId" TEXT NOT NULL,
    "SetId" TEXT NULL,
    "Score" INTEGER NULL,
    "Response" TEXT NOT NULL,
    "Reason" TEXT NULL,
    "WorriedAt" TEXT NULL,
    "OpenedAt" TEXT NOT NULL,
    "Status" TEXT NOT NULL,
    "RequestedAt" TEXT NOT NULL,
    "RequestedBy" TEXT NOT NULL,
    "DueAt" TEXT NOT NULL,
    "AcknowledgedAt" TEXT NULL,
    "AcknowledgedBy" TEXT NULL,
    "AttendedAt" TEXT NULL,
    "AttendedBy" TEXT NULL,
    "ClosedAt" TEXT NULL,
    "ClosedBy" TEXT NULL,
    "Outcome" TEXT NULL,
    "Version" TEXT NOT NULL,
    CONSTRAINT "PK_Escalations" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "CK_Escalations_Acknowledged" CHECK ("Status" NOT IN ('Acknowledged', 'Attended') OR "AcknowledgedBy" IS NOT NULL),
    CONSTRAINT "CK_Escalations_Attended" CHECK ("Status" NOT IN ('Attended', 'Closed') OR "AttendedBy" IS NOT NULL),
    CONSTRAINT "CK_Escalations_Closed" CHECK (("ClosedAt" IS NULL) = ("Status" IN ('Requested', 'Acknowledged', 'Attended'))),
    CONSTRAINT "CK_Escalations_Worry" CHECK (("Reason" IS NULL) = ("WorriedAt" IS NULL)),
    CONSTRAINT "FK_Escalations_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Escalations_Patients_OrganizationId_PatientId" FOREIGN KEY ("OrganizationId", "PatientId") REFERENCES "Patients" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Escalations_Users_RequestedBy" FOREIGN KEY ("RequestedBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Escalations_VitalSigns_OrganizationId_SetId" FOREIGN KEY ("OrganizationId", "SetId") REFERENCES "VitalSigns" ("OrganizationId", "Id") ON DELETE RESTRICT
);


CREATE TABLE "NutritionAssessments" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "PatientId" TEXT NOT NULL,
    "EncounterId" TEXT NULL,
    "AssessedAt" TEXT NOT NULL,
    "AssessedBy" TEXT NOT NULL,
    "Rule" TEXT NOT NULL,
    "AgeYears" INTEGER NOT NULL,
    "Pregnant" INTEGER NOT NULL,
    "WeightSetId" TEXT NULL,
    "Weight" TEXT NULL,
    "WeightAt" TEXT NULL,
    "HeightSetId" TEXT NULL,
    "Height" TEXT NULL,
    "HeightAt" TEXT NULL,
    "PastWeightSetId" TEXT NULL,
    "PastWeight" TEXT NULL,
    "PastWeightAt" TEXT NULL,
    "LossProposed" TEXT NULL,
    "LossPercent" TEXT NULL,
    "LossReason" TEXT NULL,
    "AcutelyIll" INTEGER NULL,
    "Status" TEXT NOT NULL,
    "BmiPoints" INTEGER NULL,
    "LossPoints" INTEGER NULL,
    "AcutePoints" INTEGER NULL,
    "Score" INTEGER NULL,
    "Risk" TEXT NULL,
    "Summary" TEXT NULL,
    "EnteredInErrorAt" TEXT NULL,
    "EnteredInErrorBy" TEXT NULL,
    "EnteredInErrorReason" TEXT NULL,
    "Version" TEXT NOT NULL,
    CONSTRAINT "PK_NutritionAssessments" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "CK_NutritionAssessments_Adult" CHECK ("Status" = 'NotApplicable' OR ("AgeYears" >= 18 AND NOT "Pregnant")),
    CONSTRAINT "CK_NutritionAssessments_ErrorHasReason" CHECK (("EnteredInErrorAt" IS NULL) = ("EnteredInErrorReason" IS NULL)),
    CONSTRAINT "CK_NutritionAssessments_Loss" CHECK ("LossPercent" IS NULL OR "LossProposed" IS NOT NULL OR "LossReason" IS NOT NULL),
    CONSTRAINT "CK_NutritionAssessments_Risk" CHECK (("Score" IS NULL AND "Risk" IS NULL) OR ("Score" = 0 AND "Risk" = 'Low') OR ("Score" = 1 AND "Risk" = 'Medium') OR ("Score" >= 2 AND "Risk" = 'High')),
    CONSTRAINT "CK_NutritionAssessments_Scored" CHECK (("Status" = 'Scored') = ("Score" IS NOT NULL) AND ("Score" IS NULL OR ("Score" BETWEEN 0 AND 6 AND "Score" = "BmiPoints" + "LossPoints" + "AcutePoints"))),
    CONSTRAINT "FK_NutritionAssessments_Encounters_OrganizationId_EncounterId" FOREIGN KEY ("OrganizationId", "EncounterId") REFERENCES "Encounters" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_NutritionAssessments_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_NutritionAssessments_Patients_OrganizationId_PatientId" FOREIGN KEY ("OrganizationId", "PatientId") REFERENCES "Patients" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_NutritionAssessments_Users_AssessedBy" FOREIGN KEY ("AssessedBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_NutritionAssessments_VitalSigns_OrganizationId_HeightSetId" FOREIGN KEY ("OrganizationId", "HeightSetId") REFERENCES "VitalSigns" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_NutritionAssessments_VitalSigns_OrganizationId_PastWeightSetId" FOREIGN KEY ("OrganizationId", "PastWeightSetId") REFERENCES "VitalSigns" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_NutritionAssessments_VitalSigns_OrganizationId_WeightSetId" FOREIGN KEY ("OrganizationId", "WeightSetId") REFERENCES "VitalSigns" ("OrganizationId", "Id") ON DELETE RESTRICT
);


CREATE TABLE "VitalStandings" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "PatientId" TEXT NOT NULL,
    "SetId" TEXT NOT NULL,
    "TakenAt" TEXT NOT NULL,
    "Status" TEXT NOT NULL,
    "Score" INTEGER NULL,
    "ScoredAt" TEXT NULL,
    "PreviousScore" INTEGER NULL,
    "Response" TEXT NULL,
    "DueAt" TEXT NULL,
    "OverdueAt" TEXT NULL,
    "Version" TEXT NOT NULL,
    CONSTRAINT "PK_VitalStandings" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "CK_VitalStandings_Score" CHECK (("Score" IS NULL) = ("ScoredAt" IS NULL) AND ("Score" IS NULL) = ("Response" IS NULL)),
    CONSTRAINT "CK_VitalStandings_Status" CHECK (("Status" <> 'Scored' OR "Score" IS NOT NULL) AND ("Status" <> 'NotApplicable' OR "Score" IS NULL)),
    CONSTRAINT "FK_VitalStandings_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_VitalStandings_Patients_OrganizationId_PatientId" FOREIGN KEY ("OrganizationId", "PatientId") REFERENCES "Patients" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_VitalStandings_VitalSigns_OrganizationId_SetId" FOREIGN KEY ("OrganizationId", "SetId") REFERENCES "VitalSigns" ("OrganizationId", "Id") ON DELETE RESTRICT
);


CREATE TABLE "IncomingReferrals" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "DepartmentId" TEXT NOT NULL,
    "SenderOrganizationId" TEXT NOT NULL,
    "Sender" TEXT NOT NULL,
    "Referrer" TEXT NOT NULL,
    "GivenName" TEXT NULL,
    "FamilyName" TEXT NULL,
    "MiddleName" TEXT NULL,
    "Title" TEXT NULL,
    "DisplayName" TEXT NOT NULL,
    "Sex" TEXT NOT NULL,
    "BirthDate" TEXT NOT NULL,
    "SenderRecordNumber" TEXT NOT NULL,
    "Phone" BLOB NULL,
    "Reason" BLOB NOT NULL,
    "Question" BLOB NULL,
    "Letter" BLOB NULL,
    "Diagnoses" BLOB NULL,
    "PatientId" TEXT NULL,
    "RegisteredAt" TEXT NULL,
    "AppointmentId" TEXT NULL,
    "Version" TEXT NOT NULL,
    "Specialty" TEXT NOT NULL,
    "Urgency" TEXT NOT NULL,
    "TargetDays" INTEGER NOT NULL,
    "Category" TEXT NOT NULL,
    "Progress" TEXT NULL,
    "SentAt" TEXT NULL,
    "DueAt" TEXT NULL,
    "HeldAt" TEXT NULL,
    "MovedAt" TEXT NULL,
    "AnswerReason" TEXT NULL,
    "AppointmentAt" TEXT NULL,
    "Report" BLOB NULL,
    "ReportedBy" TEXT NULL,
    "ReportedAt" TEXT NULL,
    CONSTRAINT "PK_IncomingReferrals" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "CK_IncomingReferrals_Answered" CHECK ("Progress" IS NULL OR "Progress" NOT IN ('Rejected', 'Failed', 'Cancelled') OR "AnswerReason" IS NOT NULL),
    CONSTRAINT "CK_IncomingReferrals_Booked" CHECK ("Progress" IS NULL OR "Progress" <> 'InProgress' OR ("AppointmentAt" IS NOT NULL)),
    CONSTRAINT "CK_IncomingReferrals_NotFromOneself" CHECK ("SenderOrganizationId" <> "OrganizationId"),
    CONSTRAINT "CK_IncomingReferrals_Registered" CHECK ("Progress" IS NOT NULL AND "SentAt" IS NOT NULL AND "DueAt" IS NOT NULL AND ("Progress" <> 'InProgress' OR ("PatientId" IS NOT NULL AND "AppointmentId" IS NOT NULL))),
    CONSTRAINT "CK_IncomingReferrals_Reported" CHECK (("Progress" IS NULL OR "Progress" <> 'Completed' OR "Report" IS NOT NULL) AND ("Report" IS NULL) = ("ReportedAt" IS NULL) AND ("Report" IS NULL) = ("ReportedBy" IS NULL)),
    CONSTRAINT "CK_IncomingReferrals_Target" CHECK ("TargetDays" BETWEEN 0 AND 365),
    CONSTRAINT "FK_IncomingReferrals_Appointments_OrganizationId_AppointmentId" FOREIGN KEY ("OrganizationId", "AppointmentId") REFERENCES "Appointments" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_IncomingReferrals_Departments_OrganizationId_DepartmentId" FOREIGN KEY ("OrganizationId", "DepartmentId") REFERENCES "Departments" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_IncomingReferrals_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_IncomingReferrals_Patients_OrganizationId_PatientId" FOREIGN KEY ("OrganizationId", "PatientId") REFERENCES "Patients" ("OrganizationId", "Id") ON DELETE RESTRICT
);


CREATE TABLE "Referrals" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "PatientId" TEXT NOT NULL,
    "Status" TEXT NOT NULL,
    "To" TEXT NOT NULL,
    "DepartmentId" TEXT NULL,
    "PartnerOrganizationId" TEXT NULL,
    "PartnerDepartmentId" TEXT NULL,
    "Place" TEXT NOT NULL,
    "ReferrerId" TEXT NOT NULL,
    "ReferrerUserId" TEXT NOT NULL,
    "InCare" INTEGER NOT NULL,
    "CreatedAt" TEXT NOT NULL,
    "Reason" BLOB NOT NULL,
    "Question" BLOB NULL,
    "Letter" BLOB NULL,
    "Diagnoses" BLOB NULL,
    "HoldReason" TEXT NULL,
    "AppointmentId" TEXT NULL,
    "ClosedAt" TEXT NULL,
    "ClosedBy" TEXT NULL,
    "CloseReason" TEXT NULL,
    "Version" TEXT NOT NULL,
    "Specialty" TEXT NOT NULL,
    "Urgency" TEXT NOT NULL,
    "TargetDays" INTEGER NOT NULL,
    "Category" TEXT NOT NULL,
    "Progress" TEXT NULL,
    "SentAt" TEXT NULL,
    "DueAt" TEXT NULL,
    "HeldAt" TEXT NULL,
    "MovedAt" TEXT NULL,
    "AnswerReason" TEXT NULL,
    "AppointmentAt" TEXT NULL,
    "Report" BLOB NULL,
    "ReportedBy" TEXT NULL,
    "ReportedAt" TEXT NULL,
    CONSTRAINT "PK_Referrals" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "CK_Referrals_Answered" CHECK ("Progress" IS NULL OR "Progress" NOT IN ('Rejected', 'Failed', 'Cancelled') OR "AnswerReason" IS NOT NULL),
    CONSTRAINT "CK_Referrals_Booked" CHECK ("Progress" IS NULL OR "Progress" <> 'InProgress' OR ("AppointmentAt" IS NOT NULL)),
    CONSTRAINT "CK_Referrals_Closed" CHECK ("Status" NOT IN ('Completed', 'Revoked') OR ("ClosedAt" IS NOT NULL AND ("CloseReason" IS NOT NULL OR ("Status" = 'Completed' AND "Report" IS NOT NULL)))),
    CONSTRAINT "CK_Referrals_ClosedIsOver" CHECK ("Status" NOT IN ('Completed', 'Revoked') OR "Progress" IS NULL OR "Progress" NOT IN ('Requested', 'Received', 'Accepted', 'InProgress')),
    CONSTRAINT "CK_Referrals_Draft" CHECK ("Status" <> 'Draft' OR ("SentAt" IS NULL AND "Progress" IS NULL)),
    CONSTRAINT "CK_Referrals_Held" CHECK (("Status" = 'OnHold') = ("HeldAt" IS NOT NULL)),
    CONSTRAINT "CK_Referrals_NotToOneself" CHECK ("PartnerOrganizationId" IS NULL OR "PartnerOrganizationId" <> "OrganizationId"),
    CONSTRAINT "CK_Referrals_Reported" CHECK (("Progress" IS NULL OR "Progress" <> 'Completed' OR "Report" IS NOT NULL) AND ("Report" IS NULL) = ("ReportedAt" IS NULL) AND ("Report" IS NULL) = ("ReportedBy" IS NULL)),
    CONSTRAINT "CK_Referrals_Sent" CHECK ("Status" NOT IN ('Active', 'OnHold', 'Completed') OR ("SentAt" IS NOT NULL AND "DueAt" IS NOT NULL AND "Progress" IS NOT NULL)),
    CONSTRAINT "CK_Referrals_Target" CHECK ("TargetDays" BETWEEN 0 AND 365),
    CONSTRAINT "CK_Referrals_To" CHECK (("To" = 'Department') = ("DepartmentId" IS NOT NULL) AND ("To" = 'Organization') = ("PartnerOrganizationId" IS NOT NULL) AND ("PartnerOrganizationId" IS NULL) = ("PartnerDepartmentId" IS NULL)),
    CONSTRAINT "FK_Referrals_Appointments_OrganizationId_AppointmentId" FOREIGN KEY ("OrganizationId", "AppointmentId") REFERENCES "Appointments" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Referrals_Departments_OrganizationId_DepartmentId" FOREIGN KEY ("OrganizationId", "DepartmentId") REFERENCES "Departments" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Referrals_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Referrals_Patients_OrganizationId_PatientId" FOREIGN KEY ("OrganizationId", "PatientId") REFERENCES "Patients" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Referrals_StaffMembers_OrganizationId_ReferrerId" FOREIGN KEY ("OrganizationId", "ReferrerId") REFERENCES "StaffMembers" ("OrganizationId", "Id") ON DELETE RESTRICT
);


CREATE TABLE "BedStays" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "BedId" TEXT NOT NULL,
    "PatientId" TEXT NOT NULL,
    "EncounterId" TEXT NULL,
    "Status" TEXT NOT NULL,
    "StartsAt" TEXT NOT NULL,
    "ReservedUntil" TEXT NULL,
    "ReleasedAt" TEXT NULL,
    "RecordedBy" TEXT NOT NULL,
    "Version" TEXT NOT NULL,
    CONSTRAINT "PK_BedStays" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "CK_BedStays_ActiveHasEncounter" CHECK ("Status" <> 'Active' OR "EncounterId" IS NOT NULL),
    CONSTRAINT "CK_BedStays_OpenStatus" CHECK (("ReleasedAt" IS NULL) = ("Status" IN ('Reserved', 'Active'))),
    CONSTRAINT "CK_BedStays_Period" CHECK ("ReleasedAt" IS NULL OR "ReleasedAt" >= "StartsAt"),
    CONSTRAINT "FK_BedStays_Beds_OrganizationId_BedId" FOREIGN KEY ("OrganizationId", "BedId") REFERENCES "Beds" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_BedStays_Encounters_OrganizationId_EncounterId" FOREIGN KEY ("OrganizationId", "EncounterId") REFERENCES "Encounters" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_BedStays_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_BedStays_Patients_OrganizationId_PatientId" FOREIGN KEY ("OrganizationId", "PatientId") REFERENCES "Patients" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_BedStays_Users_RecordedBy" FOREIGN KEY ("RecordedBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "CleaningTasks" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "BedId" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Status" TEXT NOT NULL,
    "RequestedAt" TEXT NOT NULL,
    "RequestedBy" TEXT NOT NULL,
    "StartedAt" TEXT NULL,
    "StartedBy" TEXT NULL,
    "CompletedAt" TEXT NULL,
    "CompletedBy" TEXT NULL,
    "Version" TEXT NOT NULL,
    CONSTRAINT "PK_CleaningTasks" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "CK_CleaningTasks_AnotherPerson" CHECK ("CompletedBy" IS NULL OR "CompletedBy" <> "RequestedBy"),
    CONSTRAINT "CK_CleaningTasks_Completed" CHECK (("Status" = 'Completed') = ("CompletedAt" IS NOT NULL)),
    CONSTRAINT "FK_CleaningTasks_Beds_OrganizationId_BedId" FOREIGN KEY ("OrganizationId", "BedId") REFERENCES "Beds" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_CleaningTasks_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "AmendmentRequests" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "PatientId" TEXT NOT NULL,
    "Item" TEXT NOT NULL,
    "ItemId" TEXT NOT NULL,
    "NoteId" TEXT NULL,
    "AllergyId" TEXT NULL,
    "ProblemId" TEXT NULL,
    "DiagnosisId" TEXT NULL,
    "AuthorId" TEXT NULL,
    "ItemVersion" TEXT NULL,
    "Wrong" BLOB NOT NULL,
    "ShouldSay" BLOB NOT NULL,
    "Status" TEXT NOT NULL,
    "RequestedAt" TEXT NOT NULL,
    "RequestedBy" TEXT NOT NULL,
    "DueOn" TEXT NOT NULL,
    "ReviewedBy" TEXT NULL,
    "ReviewBeganAt" TEXT NULL,
    "AnsweredBy" TEXT NULL,
    "AnsweredAt" TEXT NULL,
    "Ground" TEXT NULL,
    "Answer" BLOB NULL,
    "AddendumId" TEXT NULL,
    "CorrectedAllergyId" TEXT NULL,
    "CorrectedProblemId" TEXT NULL,
    "CorrectedDiagnosisId" TEXT NULL,
    "WithdrawnAt" TEXT NULL,
    "Statement" BLOB NULL,
    "StatementAt" TEXT NULL,
    "Version" TEXT NOT NULL,
    CONSTRAINT "PK_AmendmentRequests" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "CK_AmendmentRequests_Accepted" CHECK (("Status" = 'Accepted' AND "Item" = 'Note') = ("AddendumId" IS NOT NULL) AND ("Status" = 'Accepted' AND "Item" = 'Allergy') = ("CorrectedAllergyId" IS NOT NULL) AND ("Status" = 'Accepted' AND "Item" = 'Problem') = ("CorrectedProblemId" IS NOT NULL) AND ("Status" = 'Accepted' AND "Item" = 'Diagnosis') = ("CorrectedDiagnosisId" IS NOT NULL)),
    CONSTRAINT "CK_AmendmentRequests_Answered" CHECK (("Status" IN ('Accepted', 'Refused')) = ("AnsweredAt" IS NOT NULL) AND ("AnsweredAt" IS NULL) = ("AnsweredBy" IS NULL)),
    CONSTRAINT "CK_AmendmentRequests_Item" CHECK (("Item" = 'Note') = ("NoteId" IS NOT NULL) AND ("Item" = 'Allergy') = ("AllergyId" IS NOT NULL) AND ("Item" = 'Problem') = ("ProblemId" IS NOT NULL) AND ("Item" = 'Diagnosis') = ("DiagnosisId" IS NOT NULL) AND ("Item" = 'Note') = ("AuthorId" IS NOT NULL)),
    CONSTRAINT "CK_AmendmentRequests_ItemId" CHECK ("ItemId" = COALESCE("NoteId", "AllergyId", "ProblemId", "DiagnosisId", "PatientId")),
    CONSTRAINT "CK_AmendmentRequests_Refused" CHECK (("Status" = 'Refused') = ("Ground" IS NOT NULL) AND ("Status" <> 'Refused' OR "Answer" IS NOT NULL)),
    CONSTRAINT "CK_AmendmentRequests_Statement" CHECK (("Statement" IS NULL) = ("StatementAt" IS NULL) AND ("Statement" IS NULL OR "Status" = 'Refused')),
    CONSTRAINT "CK_AmendmentRequests_Withdrawn" CHECK (("Status" = 'Withdrawn') = ("WithdrawnAt" IS NOT NULL)),
    CONSTRAINT "FK_AmendmentRequests_Allergies_OrganizationId_AllergyId" FOREIGN KEY ("OrganizationId", "AllergyId") REFERENCES "Allergies" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_AmendmentRequests_Allergies_OrganizationId_CorrectedAllergyId" FOREIGN KEY ("OrganizationId", "CorrectedAllergyId") REFERENCES "Allergies" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_AmendmentRequests_ClinicalNotes_OrganizationId_NoteId" FOREIGN KEY ("OrganizationId", "NoteId") REFERENCES "ClinicalNotes" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_AmendmentRequests_EncounterDiagnoses_OrganizationId_CorrectedDiagnosisId" FOREIGN KEY ("OrganizationId", "CorrectedDiagnosisId") REFERENCES "EncounterDiagnoses" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_AmendmentRequests_EncounterDiagnoses_OrganizationId_DiagnosisId" FOREIGN KEY ("OrganizationId", "DiagnosisId") REFERENCES "EncounterDiagnoses" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_AmendmentRequests_HealthProblems_OrganizationId_CorrectedProblemId" FOREIGN KEY ("OrganizationId", "CorrectedProblemId") REFERENCES "HealthProblems" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_AmendmentRequests_HealthProblems_OrganizationId_ProblemId" FOREIGN KEY ("OrganizationId", "ProblemId") REFERENCES "HealthProblems" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_AmendmentRequests_NoteAddenda_OrganizationId_AddendumId" FOREIGN KEY ("OrganizationId", "AddendumId") REFERENCES "NoteAddenda" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_AmendmentRequests_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_AmendmentRequests_Patients_OrganizationId_PatientId" FOREIGN KEY ("OrganizationId", "PatientId") REFERENCES "Patients" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_AmendmentRequests_StaffMembers_OrganizationId_AuthorId" FOREIGN KEY ("OrganizationId", "AuthorId") REFERENCES "StaffMembers" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_AmendmentRequests_Users_AnsweredBy" FOREIGN KEY ("AnsweredBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_AmendmentRequests_Users_RequestedBy" FOREIGN KEY ("RequestedBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_AmendmentRequests_Users_ReviewedBy" FOREIGN KEY ("ReviewedBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "NutritionConsults" (
    "OrganizationId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "PatientId" TEXT NOT NULL,
    "Reason" TEXT NOT NULL,
    "Urgency" TEXT NOT NULL,
    "Status" TEXT NOT NULL,
    "RequestedAt" TEXT NOT NULL,
    "RequestedBy" TEXT NOT NULL,
    "AcceptedAt" TEXT NULL,
    "AcceptedBy" TEXT NULL,
    "ClosedAt" TEXT NULL,
    "ClosedBy" TEXT NULL,
    "ClosedReason" TEXT NULL,
    "AssessmentId" TEXT NULL,
    "Version" TEXT NOT NULL,
    CONSTRAINT "PK_NutritionConsults" PRIMARY KEY ("OrganizationId", "Id"),
    CONSTRAINT "CK_NutritionConsults_Accepted" CHECK (("Status" NOT IN ('Accepted', 'Done') OR "AcceptedBy" IS NOT NULL) AND ("Status" <> 'Requested' OR "AcceptedBy" IS NULL)),
    CONSTRAINT "CK_NutritionConsults_Closed" CHECK (("ClosedAt" IS NULL) = ("Status" IN ('Requested', 'Accepted'))),
    CONSTRAINT "CK_NutritionConsults_Done" CHECK (("Status" = 'Done') = ("AssessmentId" IS NOT NULL)),
    CONSTRAINT "CK_NutritionConsults_HasReason" CHECK (("Status" IN ('Declined', 'Withdrawn')) = ("ClosedReason" IS NOT NULL)),
    CONSTRAINT "FK_NutritionConsults_NutritionAssessments_OrganizationId_AssessmentId" FOREIGN KEY ("OrganizationId", "AssessmentId") REFERENCES "NutritionAssessments" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_NutritionConsults_Organizations_OrganizationId" FOREIGN KEY ("OrganizationId") REFERENCES "Organizations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_NutritionConsults_Patients_OrganizationId_PatientId" FOREIGN KEY ("OrganizationId", "PatientId") REFERENCES "Patients" ("OrganizationId", "Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_NutritionConsults_Users_RequestedBy" FOREIGN KEY ("RequestedBy") REFERENCES "Users" ("Id") ON DELETE RESTRICT
);


INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('A00.9', 1, 0, 'A009', 'cholera unspecified', 'Cholera, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('A01.00', 1, 0, 'A0100', 'typhoid fever unspecified', 'Typhoid fever, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('A02.0', 1, 0, 'A020', 'salmonella enteritis', 'Salmonella enteritis');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('A03.9', 1, 0, 'A039', 'shigellosis unspecified', 'Shigellosis, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('A04.72', 1, 0, 'A0472', 'enterocolitis due to clostridium difficile not specified as recurrent', 'Enterocolitis due to Clostridium difficile, not specified as recurrent');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('A06.0', 1, 0, 'A060', 'acute amebic dysentery', 'Acute amebic dysentery');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('A07.1', 1, 0, 'A071', 'giardiasis lambliasis', 'Giardiasis [lambliasis]');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('A08.0', 1, 0, 'A080', 'rotaviral enteritis', 'Rotaviral enteritis');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('A09', 1, 0, 'A09', 'infectious gastroenteritis and colitis unspecified', 'Infectious gastroenteritis and colitis, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('A15.0', 1, 0, 'A150', 'tuberculosis of lung', 'Tuberculosis of lung');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('A17.0', 1, 0, 'A170', 'tuberculous meningitis', 'Tuberculous meningitis');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('A18.01', 1, 0, 'A1801', 'tuberculosis of spine', 'Tuberculosis of spine');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('A27.9', 1, 0, 'A279', 'leptospirosis unspecified', 'Leptospirosis, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('A33', 1, 0, 'A33', 'tetanus neonatorum', 'Tetanus neonatorum');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('A35', 1, 0, 'A35', 'other tetanus', 'Other tetanus');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('A36.9', 1, 0, 'A369', 'diphtheria unspecified', 'Diphtheria, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('A37.90', 1, 0, 'A3790', 'whooping cough unspecified species without pneumonia', 'Whooping cough, unspecified species without pneumonia');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('A39.0', 1, 0, 'A390', 'meningococcal meningitis', 'Meningococcal meningitis');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('A40.3', 1, 0, 'A403', 'sepsis due to streptococcus pneumoniae', 'Sepsis due to Streptococcus pneumoniae');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('A41.01', 1, 0, 'A4101', 'sepsis due to methicillin susceptible staphylococcus aureus', 'Sepsis due to Methicillin susceptible Staphylococcus aureus');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('A41.02', 1, 0, 'A4102', 'sepsis due to methicillin resistant staphylococcus aureus', 'Sepsis due to Methicillin resistant Staphylococcus aureus');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('A41.51', 1, 0, 'A4151', 'sepsis due to escherichia coli e coli', 'Sepsis due to Escherichia coli [E. coli]');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('A41.9', 1, 0, 'A419', 'sepsis unspecified organism', 'Sepsis, unspecified organism');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('A46', 1, 0, 'A46', 'erysipelas', 'Erysipelas');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('A48.1', 1, 0, 'A481', 'legionnaires disease', 'Legionnaires'' disease');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('A51.0', 1, 0, 'A510', 'primary genital syphilis', 'Primary genital syphilis');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('A53.9', 1, 0, 'A539', 'syphilis unspecified', 'Syphilis, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('A54.9', 1, 0, 'A549', 'gonococcal infection unspecified', 'Gonococcal infection, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('A56.8', 1, 0, 'A568', 'sexually transmitted chlamydial infection of other sites', 'Sexually transmitted chlamydial infection of other sites');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('A59.9', 1, 0, 'A599', 'trichomoniasis unspecified', 'Trichomoniasis, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('A60.00', 1, 0, 'A6000', 'herpesviral infection of urogenital system unspecified', 'Herpesviral infection of urogenital system, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('A82.9', 1, 0, 'A829', 'rabies unspecified', 'Rabies, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('A87.9', 1, 0, 'A879', 'viral meningitis unspecified', 'Viral meningitis, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('A90', 1, 0, 'A90', 'dengue fever classical dengue', 'Dengue fever [classical dengue]');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('A92.0', 1, 0, 'A920', 'chikungunya virus disease', 'Chikungunya virus disease');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('A95.9', 1, 0, 'A959', 'yellow fever unspecified', 'Yellow fever, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('A96.2', 1, 0, 'A962', 'lassa fever', 'Lassa fever');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('A98.4', 1, 0, 'A984', 'ebola virus disease', 'Ebola virus disease');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('B00.9', 1, 0, 'B009', 'herpesviral infection unspecified', 'Herpesviral infection, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('B01.9', 1, 0, 'B019', 'varicella without complication', 'Varicella without complication');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('B02.9', 1, 0, 'B029', 'zoster without complications', 'Zoster without complications');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('B05.9', 1, 0, 'B059', 'measles without complication', 'Measles without complication');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('B06.9', 1, 0, 'B069', 'rubella without complication', 'Rubella without complication');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('B15.9', 1, 0, 'B159', 'hepatitis a without hepatic coma', 'Hepatitis A without hepatic coma');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('B16.9', 1, 0, 'B169', 'acute hepatitis b without delta agent and without hepatic coma', 'Acute hepatitis B without delta-agent and without hepatic coma');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('B17.10', 1, 0, 'B1710', 'acute hepatitis c without hepatic coma', 'Acute hepatitis C without hepatic coma');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('B18.1', 1, 0, 'B181', 'chronic viral hepatitis b without delta agent', 'Chronic viral hepatitis B without delta-agent');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('B18.2', 1, 0, 'B182', 'chronic viral hepatitis c', 'Chronic viral hepatitis C');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('B20', 1, 0, 'B20', 'human immunodeficiency virus hiv disease', 'Human immunodeficiency virus [HIV] disease');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('B26.9', 1, 0, 'B269', 'mumps without complication', 'Mumps without complication');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('B27.90', 1, 0, 'B2790', 'infectious mononucleosis unspecified without complication', 'Infectious mononucleosis, unspecified without complication');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('B34.9', 1, 0, 'B349', 'viral infection unspecified', 'Viral infection, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('B35.4', 1, 0, 'B354', 'tinea corporis', 'Tinea corporis');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('B37.0', 1, 0, 'B370', 'candidal stomatitis', 'Candidal stomatitis');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('B45.1', 1, 0, 'B451', 'cerebral cryptococcosis', 'Cerebral cryptococcosis');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('B50.0', 1, 0, 'B500', 'plasmodium falciparum malaria with cerebral complications', 'Plasmodium falciparum malaria with cerebral complications');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('B50.9', 1, 0, 'B509', 'plasmodium falciparum malaria unspecified', 'Plasmodium falciparum malaria, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('B51.9', 1, 0, 'B519', 'plasmodium vivax malaria without complication', 'Plasmodium vivax malaria without complication');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('B54', 1, 0, 'B54', 'unspecified malaria', 'Unspecified malaria');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('B58.9', 1, 0, 'B589', 'toxoplasmosis unspecified', 'Toxoplasmosis, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('B65.0', 1, 0, 'B650', 'schistosomiasis due to schistosoma haematobium urinary schistosomiasis', 'Schistosomiasis due to Schistosoma haematobium [urinary schistosomiasis]');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('B73.00', 1, 0, 'B7300', 'onchocerciasis with eye involvement unspecified', 'Onchocerciasis with eye involvement, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('B74.9', 1, 0, 'B749', 'filariasis unspecified', 'Filariasis, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('B76.9', 1, 0, 'B769', 'hookworm disease unspecified', 'Hookworm disease, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('B77.9', 1, 0, 'B779', 'ascariasis unspecified', 'Ascariasis, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('B86', 1, 0, 'B86', 'scabies', 'Scabies');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('C18.9', 1, 0, 'C189', 'malignant neoplasm of colon unspecified', 'Malignant neoplasm of colon, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('C20', 1, 0, 'C20', 'malignant neoplasm of rectum', 'Malignant neoplasm of rectum');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('C22.0', 1, 0, 'C220', 'liver cell carcinoma', 'Liver cell carcinoma');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('C25.9', 1, 0, 'C259', 'malignant neoplasm of pancreas unspecified', 'Malignant neoplasm of pancreas, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('C34.90', 1, 0, 'C3490', 'malignant neoplasm of unspecified part of unspecified bronchus or lung', 'Malignant neoplasm of unspecified part of unspecified bronchus or lung');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('C50.911', 1, 0, 'C50911', 'malignant neoplasm of unspecified site of right female breast', 'Malignant neoplasm of unspecified site of right female breast');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('C50.912', 1, 0, 'C50912', 'malignant neoplasm of unspecified site of left female breast', 'Malignant neoplasm of unspecified site of left female breast');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('C53.9', 1, 0, 'C539', 'malignant neoplasm of cervix uteri unspecified', 'Malignant neoplasm of cervix uteri, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('C54.1', 1, 0, 'C541', 'malignant neoplasm of endometrium', 'Malignant neoplasm of endometrium');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('C56.9', 1, 0, 'C569', 'malignant neoplasm of unspecified ovary', 'Malignant neoplasm of unspecified ovary');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('C61', 1, 0, 'C61', 'malignant neoplasm of prostate', 'Malignant neoplasm of prostate');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('C67.9', 1, 0, 'C679', 'malignant neoplasm of bladder unspecified', 'Malignant neoplasm of bladder, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('C73', 1, 0, 'C73', 'malignant neoplasm of thyroid gland', 'Malignant neoplasm of thyroid gland');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('C83.70', 1, 0, 'C8370', 'burkitt lymphoma unspecified site', 'Burkitt lymphoma, unspecified site');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('C90.00', 1, 0, 'C9000', 'multiple myeloma not having achieved remission', 'Multiple myeloma not having achieved remission');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('C91.00', 1, 0, 'C9100', 'acute lymphoblastic leukemia not having achieved remission', 'Acute lymphoblastic leukemia not having achieved remission');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('D12.6', 1, 0, 'D126', 'benign neoplasm of colon unspecified', 'Benign neoplasm of colon, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('D25.9', 1, 0, 'D259', 'leiomyoma of uterus unspecified', 'Leiomyoma of uterus, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('D50.9', 1, 0, 'D509', 'iron deficiency anemia unspecified', 'Iron deficiency anemia, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('D51.0', 1, 0, 'D510', 'vitamin b12 deficiency anemia due to intrinsic factor deficiency', 'Vitamin B12 deficiency anemia due to intrinsic factor deficiency');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('D52.9', 1, 0, 'D529', 'folate deficiency anemia unspecified', 'Folate deficiency anemia, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('D55.0', 1, 0, 'D550', 'anemia due to glucose 6 phosphate dehydrogenase g6pd deficiency', 'Anemia due to glucose-6-phosphate dehydrogenase [G6PD] deficiency');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('D57.00', 1, 0, 'D5700', 'hb ss disease with crisis unspecified', 'Hb-SS disease with crisis, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('D57.1', 1, 0, 'D571', 'sickle cell disease without crisis', 'Sickle-cell disease without crisis');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('D57.3', 1, 0, 'D573', 'sickle cell trait', 'Sickle-cell trait');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('D62', 1, 0, 'D62', 'acute posthemorrhagic anemia', 'Acute posthemorrhagic anemia');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('D63.1', 1, 0, 'D631', 'anemia in chronic kidney disease', 'Anemia in chronic kidney disease');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('D64.9', 1, 0, 'D649', 'anemia unspecified', 'Anemia, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('D65', 1, 0, 'D65', 'disseminated intravascular coagulation defibrination syndrome', 'Disseminated intravascular coagulation [defibrination syndrome]');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('D66', 1, 0, 'D66', 'hereditary factor viii deficiency', 'Hereditary factor VIII deficiency');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('D69.6', 1, 0, 'D696', 'thrombocytopenia unspecified', 'Thrombocytopenia, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('D70.9', 1, 0, 'D709', 'neutropenia unspecified', 'Neutropenia, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('D86.9', 1, 0, 'D869', 'sarcoidosis unspecified', 'Sarcoidosis, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('E03.9', 1, 0, 'E039', 'hypothyroidism unspecified', 'Hypothyroidism, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('E04.9', 1, 0, 'E049', 'nontoxic goiter unspecified', 'Nontoxic goiter, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('E05.00', 1, 0, 'E0500', 'thyrotoxicosis with diffuse goiter without thyrotoxic crisis or storm', 'Thyrotoxicosis with diffuse goiter without thyrotoxic crisis or storm');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('E05.90', 1, 0, 'E0590', 'thyrotoxicosis unspecified without thyrotoxic crisis or storm', 'Thyrotoxicosis, unspecified without thyrotoxic crisis or storm');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('E06.3', 1, 0, 'E063', 'autoimmune thyroiditis', 'Autoimmune thyroiditis');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('E10.10', 1, 0, 'E1010', 'type 1 diabetes mellitus with ketoacidosis without coma', 'Type 1 diabetes mellitus with ketoacidosis without coma');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('E10.65', 1, 0, 'E1065', 'type 1 diabetes mellitus with hyperglycemia', 'Type 1 diabetes mellitus with hyperglycemia');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('E10.9', 1, 0, 'E109', 'type 1 diabetes mellitus without complications', 'Type 1 diabetes mellitus without complications');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('E11.00', 1, 0, 'E1100', 'type 2 diabetes mellitus with hyperosmolarity without nonketotic hyperglycemic hyperosmolar coma nkhhc', 'Type 2 diabetes mellitus with hyperosmolarity without nonketotic hyperglycemic-hyperosmolar coma (NKHHC)');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('E11.21', 1, 0, 'E1121', 'type 2 diabetes mellitus with diabetic nephropathy', 'Type 2 diabetes mellitus with diabetic nephropathy');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('E11.22', 1, 0, 'E1122', 'type 2 diabetes mellitus with diabetic chronic kidney disease', 'Type 2 diabetes mellitus with diabetic chronic kidney disease');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('E11.319', 1, 0, 'E11319', 'type 2 diabetes mellitus with unspecified diabetic retinopathy without macular edema', 'Type 2 diabetes mellitus with unspecified diabetic retinopathy without macular edema');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('E11.40', 1, 0, 'E1140', 'type 2 diabetes mellitus with diabetic neuropathy unspecified', 'Type 2 diabetes mellitus with diabetic neuropathy, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('E11.51', 1, 0, 'E1151', 'type 2 diabetes mellitus with diabetic peripheral angiopathy without gangrene', 'Type 2 diabetes mellitus with diabetic peripheral angiopathy without gangrene');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('E11.621', 1, 0, 'E11621', 'type 2 diabetes mellitus with foot ulcer', 'Type 2 diabetes mellitus with foot ulcer');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('E11.649', 1, 0, 'E11649', 'type 2 diabetes mellitus with hypoglycemia without coma', 'Type 2 diabetes mellitus with hypoglycemia without coma');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('E11.65', 1, 0, 'E1165', 'type 2 diabetes mellitus with hyperglycemia', 'Type 2 diabetes mellitus with hyperglycemia');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('E11.9', 1, 0, 'E119', 'type 2 diabetes mellitus without complications', 'Type 2 diabetes mellitus without complications');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('E16.2', 1, 0, 'E162', 'hypoglycemia unspecified', 'Hypoglycemia, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('E21.0', 1, 0, 'E210', 'primary hyperparathyroidism', 'Primary hyperparathyroidism');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('E27.1', 1, 0, 'E271', 'primary adrenocortical insufficiency', 'Primary adrenocortical insufficiency');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('E28.2', 1, 0, 'E282', 'polycystic ovarian syndrome', 'Polycystic ovarian syndrome');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('E40', 1, 0, 'E40', 'kwashiorkor', 'Kwashiorkor');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('E41', 1, 0, 'E41', 'nutritional marasmus', 'Nutritional marasmus');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('E43', 1, 0, 'E43', 'unspecified severe protein calorie malnutrition', 'Unspecified severe protein-calorie malnutrition');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('E44.0', 1, 0, 'E440', 'moderate protein calorie malnutrition', 'Moderate protein-calorie malnutrition');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('E46', 1, 0, 'E46', 'unspecified protein calorie malnutrition', 'Unspecified protein-calorie malnutrition');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('E55.9', 1, 0, 'E559', 'vitamin d deficiency unspecified', 'Vitamin D deficiency, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('E66.9', 1, 0, 'E669', 'obesity unspecified', 'Obesity, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('E78.00', 1, 0, 'E7800', 'pure hypercholesterolemia unspecified', 'Pure hypercholesterolemia, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('E78.2', 1, 0, 'E782', 'mixed hyperlipidemia', 'Mixed hyperlipidemia');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('E78.5', 1, 0, 'E785', 'hyperlipidemia unspecified', 'Hyperlipidemia, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('E83.42', 1, 0, 'E8342', 'hypomagnesemia', 'Hypomagnesemia');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('E86.0', 1, 0, 'E860', 'dehydration', 'Dehydration');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('E87.1', 1, 0, 'E871', 'hypo osmolality and hyponatremia', 'Hypo-osmolality and hyponatremia');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('E87.20', 1, 0, 'E8720', 'acidosis unspecified', 'Acidosis, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('E87.5', 1, 0, 'E875', 'hyperkalemia', 'Hyperkalemia');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('E87.6', 1, 0, 'E876', 'hypokalemia', 'Hypokalemia');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('F03.90', 1, 0, 'F0390', 'unspecified dementia unspecified severity without behavioral disturbance psychotic disturbance mood disturbance and anxiety', 'Unspecified dementia, unspecified severity, without behavioral disturbance, psychotic disturbance, mood disturbance, and anxiety');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('F05', 1, 0, 'F05', 'delirium due to known physiological condition', 'Delirium due to known physiological condition');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('F10.10', 1, 0, 'F1010', 'alcohol abuse uncomplicated', 'Alcohol abuse, uncomplicated');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('F10.20', 1, 0, 'F1020', 'alcohol dependence uncomplicated', 'Alcohol dependence, uncomplicated');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('F11.20', 1, 0, 'F1120', 'opioid dependence uncomplicated', 'Opioid dependence, uncomplicated');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('F17.210', 1, 0, 'F17210', 'nicotine dependence cigarettes uncomplicated', 'Nicotine dependence, cigarettes, uncomplicated');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('F20.9', 1, 0, 'F209', 'schizophrenia unspecified', 'Schizophrenia, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('F31.9', 1, 0, 'F319', 'bipolar disorder unspecified', 'Bipolar disorder, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('F32.9', 1, 0, 'F329', 'major depressive disorder single episode unspecified', 'Major depressive disorder, single episode, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('F32.A', 1, 0, 'F32A', 'depression unspecified', 'Depression, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('F33.9', 1, 0, 'F339', 'major depressive disorder recurrent unspecified', 'Major depressive disorder, recurrent, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('F41.0', 1, 0, 'F410', 'panic disorder episodic paroxysmal anxiety', 'Panic disorder [episodic paroxysmal anxiety]');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('F41.1', 1, 0, 'F411', 'generalized anxiety disorder', 'Generalized anxiety disorder');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('F41.9', 1, 0, 'F419', 'anxiety disorder unspecified', 'Anxiety disorder, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('F43.10', 1, 0, 'F4310', 'post traumatic stress disorder unspecified', 'Post-traumatic stress disorder, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('F53.0', 1, 0, 'F530', 'postpartum depression', 'Postpartum depression');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('F84.0', 1, 0, 'F840', 'autistic disorder', 'Autistic disorder');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('F90.9', 1, 0, 'F909', 'attention deficit hyperactivity disorder unspecified type', 'Attention-deficit hyperactivity disorder, unspecified type');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('G00.1', 1, 0, 'G001', 'pneumococcal meningitis', 'Pneumococcal meningitis');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('G00.9', 1, 0, 'G009', 'bacterial meningitis unspecified', 'Bacterial meningitis, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('G03.9', 1, 0, 'G039', 'meningitis unspecified', 'Meningitis, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('G20.A1', 1, 0, 'G20A1', 'parkinsons disease without dyskinesia without mention of fluctuations', 'Parkinson''s disease without dyskinesia, without mention of fluctuations');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('G30.9', 1, 0, 'G309', 'alzheimers disease unspecified', 'Alzheimer''s disease, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('G35.D', 1, 0, 'G35D', 'multiple sclerosis unspecified', 'Multiple sclerosis, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('G40.901', 1, 0, 'G40901', 'epilepsy unspecified not intractable with status epilepticus', 'Epilepsy, unspecified, not intractable, with status epilepticus');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('G40.909', 1, 0, 'G40909', 'epilepsy unspecified not intractable without status epilepticus', 'Epilepsy, unspecified, not intractable, without status epilepticus');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('G43.909', 1, 0, 'G43909', 'migraine unspecified not intractable without status migrainosus', 'Migraine, unspecified, not intractable, without status migrainosus');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('G44.209', 1, 0, 'G44209', 'tension type headache unspecified not intractable', 'Tension-type headache, unspecified, not intractable');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('G45.9', 1, 0, 'G459', 'transient cerebral ischemic attack unspecified', 'Transient cerebral ischemic attack, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('G47.00', 1, 0, 'G4700', 'insomnia unspecified', 'Insomnia, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('G47.33', 1, 0, 'G4733', 'obstructive sleep apnea adult pediatric', 'Obstructive sleep apnea (adult) (pediatric)');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('G51.0', 1, 0, 'G510', 'bells palsy', 'Bell''s palsy');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('G56.00', 1, 0, 'G5600', 'carpal tunnel syndrome unspecified upper limb', 'Carpal tunnel syndrome, unspecified upper limb');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('G61.0', 1, 0, 'G610', 'guillain barre syndrome', 'Guillain-Barre syndrome');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('G80.9', 1, 0, 'G809', 'cerebral palsy unspecified', 'Cerebral palsy, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('H10.9', 1, 0, 'H109', 'unspecified conjunctivitis', 'Unspecified conjunctivitis');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('H25.9', 1, 0, 'H259', 'unspecified age related cataract', 'Unspecified age-related cataract');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('H40.9', 1, 0, 'H409', 'unspecified glaucoma', 'Unspecified glaucoma');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('H60.90', 1, 0, 'H6090', 'unspecified otitis externa unspecified ear', 'Unspecified otitis externa, unspecified ear');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('H61.20', 1, 0, 'H6120', 'impacted cerumen unspecified ear', 'Impacted cerumen, unspecified ear');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('H66.90', 1, 0, 'H6690', 'otitis media unspecified unspecified ear', 'Otitis media, unspecified, unspecified ear');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('H91.90', 1, 0, 'H9190', 'unspecified hearing loss unspecified ear', 'Unspecified hearing loss, unspecified ear');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('I05.0', 1, 0, 'I050', 'rheumatic mitral stenosis', 'Rheumatic mitral stenosis');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('I09.9', 1, 0, 'I099', 'rheumatic heart disease unspecified', 'Rheumatic heart disease, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('I10', 1, 0, 'I10', 'essential primary hypertension', 'Essential (primary) hypertension');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('I11.0', 1, 0, 'I110', 'hypertensive heart disease with heart failure', 'Hypertensive heart disease with heart failure');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('I12.9', 1, 0, 'I129', 'hypertensive chronic kidney disease with stage 1 through stage 4 chronic kidney disease or unspecified chronic kidney disease', 'Hypertensive chronic kidney disease with stage 1 through stage 4 chronic kidney disease, or unspecified chronic kidney disease');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('I16.0', 1, 0, 'I160', 'hypertensive urgency', 'Hypertensive urgency');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('I16.1', 1, 0, 'I161', 'hypertensive emergency', 'Hypertensive emergency');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('I20.0', 1, 0, 'I200', 'unstable angina', 'Unstable angina');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('I20.9', 1, 0, 'I209', 'angina pectoris unspecified', 'Angina pectoris, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('I21.3', 1, 0, 'I213', 'st elevation stemi myocardial infarction of unspecified site', 'ST elevation (STEMI) myocardial infarction of unspecified site');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('I21.4', 1, 0, 'I214', 'non st elevation nstemi myocardial infarction', 'Non-ST elevation (NSTEMI) myocardial infarction');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('I21.9', 1, 0, 'I219', 'acute myocardial infarction unspecified', 'Acute myocardial infarction, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('I25.10', 1, 0, 'I2510', 'atherosclerotic heart disease of native coronary artery without angina pectoris', 'Atherosclerotic heart disease of native coronary artery without angina pectoris');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('I25.2', 1, 0, 'I252', 'old myocardial infarction', 'Old myocardial infarction');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('I26.99', 1, 0, 'I2699', 'other pulmonary embolism without acute cor pulmonale', 'Other pulmonary embolism without acute cor pulmonale');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('I27.20', 1, 0, 'I2720', 'pulmonary hypertension unspecified', 'Pulmonary hypertension, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('I30.9', 1, 0, 'I309', 'acute pericarditis unspecified', 'Acute pericarditis, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('I33.0', 1, 0, 'I330', 'acute and subacute infective endocarditis', 'Acute and subacute infective endocarditis');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('I34.0', 1, 0, 'I340', 'nonrheumatic mitral valve insufficiency', 'Nonrheumatic mitral (valve) insufficiency');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('I35.0', 1, 0, 'I350', 'nonrheumatic aortic valve stenosis', 'Nonrheumatic aortic (valve) stenosis');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('I42.0', 1, 0, 'I420', 'dilated cardiomyopathy', 'Dilated cardiomyopathy');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('I44.2', 1, 0, 'I442', 'atrioventricular block complete', 'Atrioventricular block, complete');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('I46.9', 1, 0, 'I469', 'cardiac arrest cause unspecified', 'Cardiac arrest, cause unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('I47.10', 1, 0, 'I4710', 'supraventricular tachycardia unspecified', 'Supraventricular tachycardia, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('I48.0', 1, 0, 'I480', 'paroxysmal atrial fibrillation', 'Paroxysmal atrial fibrillation');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('I48.91', 1, 0, 'I4891', 'unspecified atrial fibrillation', 'Unspecified atrial fibrillation');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('I50.20', 1, 0, 'I5020', 'unspecified systolic congestive heart failure', 'Unspecified systolic (congestive) heart failure');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('I50.30', 1, 0, 'I5030', 'unspecified diastolic congestive heart failure', 'Unspecified diastolic (congestive) heart failure');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('I50.9', 1, 0, 'I509', 'heart failure unspecified', 'Heart failure, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('I60.9', 1, 0, 'I609', 'nontraumatic subarachnoid hemorrhage unspecified', 'Nontraumatic subarachnoid hemorrhage, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('I61.9', 1, 0, 'I619', 'nontraumatic intracerebral hemorrhage unspecified', 'Nontraumatic intracerebral hemorrhage, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('I63.9', 1, 0, 'I639', 'cerebral infarction unspecified', 'Cerebral infarction, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('I70.90', 1, 0, 'I7090', 'unspecified atherosclerosis', 'Unspecified atherosclerosis');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('I71.40', 1, 0, 'I7140', 'abdominal aortic aneurysm without rupture unspecified', 'Abdominal aortic aneurysm, without rupture, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('I73.9', 1, 0, 'I739', 'peripheral vascular disease unspecified', 'Peripheral vascular disease, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('I80.3', 1, 0, 'I803', 'phlebitis and thrombophlebitis of lower extremities unspecified', 'Phlebitis and thrombophlebitis of lower extremities, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('I82.409', 1, 0, 'I82409', 'acute embolism and thrombosis of unspecified deep veins of unspecified lower extremity', 'Acute embolism and thrombosis of unspecified deep veins of unspecified lower extremity');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('I83.90', 1, 0, 'I8390', 'asymptomatic varicose veins of unspecified lower extremity', 'Asymptomatic varicose veins of unspecified lower extremity');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('I95.1', 1, 0, 'I951', 'orthostatic hypotension', 'Orthostatic hypotension');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('I95.9', 1, 0, 'I959', 'hypotension unspecified', 'Hypotension, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('J00', 1, 0, 'J00', 'acute nasopharyngitis common cold', 'Acute nasopharyngitis [common cold]');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('J01.90', 1, 0, 'J0190', 'acute sinusitis unspecified', 'Acute sinusitis, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('J02.9', 1, 0, 'J029', 'acute pharyngitis unspecified', 'Acute pharyngitis, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('J03.90', 1, 0, 'J0390', 'acute tonsillitis unspecified', 'Acute tonsillitis, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('J06.9', 1, 0, 'J069', 'acute upper respiratory infection unspecified', 'Acute upper respiratory infection, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('J09.X2', 1, 0, 'J09X2', 'influenza due to identified novel influenza a virus with other respiratory manifestations', 'Influenza due to identified novel influenza A virus with other respiratory manifestations');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('J10.1', 1, 0, 'J101', 'influenza due to other identified influenza virus with other respiratory manifestations', 'Influenza due to other identified influenza virus with other respiratory manifestations');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('J12.82', 1, 0, 'J1282', 'pneumonia due to coronavirus disease 2019', 'Pneumonia due to coronavirus disease 2019');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('J13', 1, 0, 'J13', 'pneumonia due to streptococcus pneumoniae', 'Pneumonia due to Streptococcus pneumoniae');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('J15.9', 1, 0, 'J159', 'unspecified bacterial pneumonia', 'Unspecified bacterial pneumonia');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('J18.0', 1, 0, 'J180', 'bronchopneumonia unspecified organism', 'Bronchopneumonia, unspecified organism');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('J18.1', 1, 0, 'J181', 'lobar pneumonia unspecified organism', 'Lobar pneumonia, unspecified organism');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('J18.9', 1, 0, 'J189', 'pneumonia unspecified organism', 'Pneumonia, unspecified organism');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('J20.9', 1, 0, 'J209', 'acute bronchitis unspecified', 'Acute bronchitis, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('J21.9', 1, 0, 'J219', 'acute bronchiolitis unspecified', 'Acute bronchiolitis, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('J30.9', 1, 0, 'J309', 'allergic rhinitis unspecified', 'Allergic rhinitis, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('J32.9', 1, 0, 'J329', 'chronic sinusitis unspecified', 'Chronic sinusitis, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('J40', 1, 0, 'J40', 'bronchitis not specified as acute or chronic', 'Bronchitis, not specified as acute or chronic');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('J44.0', 1, 0, 'J440', 'chronic obstructive pulmonary disease with acute lower respiratory infection', 'Chronic obstructive pulmonary disease with (acute) lower respiratory infection');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('J44.1', 1, 0, 'J441', 'chronic obstructive pulmonary disease with acute exacerbation', 'Chronic obstructive pulmonary disease with (acute) exacerbation');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('J44.9', 1, 0, 'J449', 'chronic obstructive pulmonary disease unspecified', 'Chronic obstructive pulmonary disease, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('J45.20', 1, 0, 'J4520', 'mild intermittent asthma uncomplicated', 'Mild intermittent asthma, uncomplicated');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('J45.901', 1, 0, 'J45901', 'unspecified asthma with acute exacerbation', 'Unspecified asthma with (acute) exacerbation');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('J45.902', 1, 0, 'J45902', 'unspecified asthma with status asthmaticus', 'Unspecified asthma with status asthmaticus');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('J45.909', 1, 0, 'J45909', 'unspecified asthma uncomplicated', 'Unspecified asthma, uncomplicated');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('J47.9', 1, 0, 'J479', 'bronchiectasis uncomplicated', 'Bronchiectasis, uncomplicated');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('J69.0', 1, 0, 'J690', 'pneumonitis due to inhalation of food and vomit', 'Pneumonitis due to inhalation of food and vomit');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('J80', 1, 0, 'J80', 'acute respiratory distress syndrome', 'Acute respiratory distress syndrome');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('J81.0', 1, 0, 'J810', 'acute pulmonary edema', 'Acute pulmonary edema');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('J84.10', 1, 0, 'J8410', 'pulmonary fibrosis unspecified', 'Pulmonary fibrosis, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('J86.9', 1, 0, 'J869', 'pyothorax without fistula', 'Pyothorax without fistula');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('J90', 1, 0, 'J90', 'pleural effusion not elsewhere classified', 'Pleural effusion, not elsewhere classified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('J93.9', 1, 0, 'J939', 'pneumothorax unspecified', 'Pneumothorax, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('J96.00', 1, 0, 'J9600', 'acute respiratory failure unspecified whether with hypoxia or hypercapnia', 'Acute respiratory failure, unspecified whether with hypoxia or hypercapnia');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('J96.01', 1, 0, 'J9601', 'acute respiratory failure with hypoxia', 'Acute respiratory failure with hypoxia');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('J96.02', 1, 0, 'J9602', 'acute respiratory failure with hypercapnia', 'Acute respiratory failure with hypercapnia');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('K02.9', 1, 0, 'K029', 'dental caries unspecified', 'Dental caries, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('K04.7', 1, 0, 'K047', 'periapical abscess without sinus', 'Periapical abscess without sinus');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('K21.00', 1, 0, 'K2100', 'gastro esophageal reflux disease with esophagitis without bleeding', 'Gastro-esophageal reflux disease with esophagitis, without bleeding');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('K21.9', 1, 0, 'K219', 'gastro esophageal reflux disease without esophagitis', 'Gastro-esophageal reflux disease without esophagitis');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('K25.9', 1, 0, 'K259', 'gastric ulcer unspecified as acute or chronic without hemorrhage or perforation', 'Gastric ulcer, unspecified as acute or chronic, without hemorrhage or perforation');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('K26.9', 1, 0, 'K269', 'duodenal ulcer unspecified as acute or chronic without hemorrhage or perforation', 'Duodenal ulcer, unspecified as acute or chronic, without hemorrhage or perforation');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('K27.9', 1, 0, 'K279', 'peptic ulcer site unspecified unspecified as acute or chronic without hemorrhage or perforation', 'Peptic ulcer, site unspecified, unspecified as acute or chronic, without hemorrhage or perforation');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('K29.70', 1, 0, 'K2970', 'gastritis unspecified without bleeding', 'Gastritis, unspecified, without bleeding');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('K30', 1, 0, 'K30', 'functional dyspepsia', 'Functional dyspepsia');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('K35.80', 1, 0, 'K3580', 'unspecified acute appendicitis', 'Unspecified acute appendicitis');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('K40.90', 1, 0, 'K4090', 'unilateral inguinal hernia without obstruction or gangrene not specified as recurrent', 'Unilateral inguinal hernia, without obstruction or gangrene, not specified as recurrent');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('K42.9', 1, 0, 'K429', 'umbilical hernia without obstruction or gangrene', 'Umbilical hernia without obstruction or gangrene');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('K50.90', 1, 0, 'K5090', 'crohns disease unspecified without complications', 'Crohn''s disease, unspecified, without complications');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('K51.90', 1, 0, 'K5190', 'ulcerative colitis unspecified without complications', 'Ulcerative colitis, unspecified, without complications');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('K52.9', 1, 0, 'K529', 'noninfective gastroenteritis and colitis unspecified', 'Noninfective gastroenteritis and colitis, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('K56.609', 1, 0, 'K56609', 'unspecified intestinal obstruction unspecified as to partial versus complete obstruction', 'Unspecified intestinal obstruction, unspecified as to partial versus complete obstruction');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('K57.90', 1, 0, 'K5790', 'diverticulosis of intestine part unspecified without perforation or abscess without bleeding', 'Diverticulosis of intestine, part unspecified, without perforation or abscess without bleeding');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('K58.9', 1, 0, 'K589', 'irritable bowel syndrome unspecified', 'Irritable bowel syndrome, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('K59.00', 1, 0, 'K5900', 'constipation unspecified', 'Constipation, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('K60.2', 1, 0, 'K602', 'anal fissure unspecified', 'Anal fissure, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('K64.9', 1, 0, 'K649', 'unspecified hemorrhoids', 'Unspecified hemorrhoids');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('K65.0', 1, 0, 'K650', 'generalized acute peritonitis', 'Generalized (acute) peritonitis');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('K70.30', 1, 0, 'K7030', 'alcoholic cirrhosis of liver without ascites', 'Alcoholic cirrhosis of liver without ascites');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('K74.60', 1, 0, 'K7460', 'unspecified cirrhosis of liver', 'Unspecified cirrhosis of liver');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('K75.0', 1, 0, 'K750', 'abscess of liver', 'Abscess of liver');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('K76.0', 1, 0, 'K760', 'fatty change of liver not elsewhere classified', 'Fatty (change of) liver, not elsewhere classified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('K80.20', 1, 0, 'K8020', 'calculus of gallbladder without cholecystitis without obstruction', 'Calculus of gallbladder without cholecystitis without obstruction');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('K81.0', 1, 0, 'K810', 'acute cholecystitis', 'Acute cholecystitis');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('K85.90', 1, 0, 'K8590', 'acute pancreatitis without necrosis or infection unspecified', 'Acute pancreatitis without necrosis or infection, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('K92.0', 1, 0, 'K920', 'hematemesis', 'Hematemesis');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('K92.1', 1, 0, 'K921', 'melena', 'Melena');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('K92.2', 1, 0, 'K922', 'gastrointestinal hemorrhage unspecified', 'Gastrointestinal hemorrhage, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('L01.00', 1, 0, 'L0100', 'impetigo unspecified', 'Impetigo, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('L02.91', 1, 0, 'L0291', 'cutaneous abscess unspecified', 'Cutaneous abscess, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('L03.90', 1, 0, 'L0390', 'cellulitis unspecified', 'Cellulitis, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('L20.9', 1, 0, 'L209', 'atopic dermatitis unspecified', 'Atopic dermatitis, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('L30.9', 1, 0, 'L309', 'dermatitis unspecified', 'Dermatitis, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('L40.9', 1, 0, 'L409', 'psoriasis unspecified', 'Psoriasis, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('L50.9', 1, 0, 'L509', 'urticaria unspecified', 'Urticaria, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('L51.1', 1, 0, 'L511', 'stevens johnson syndrome', 'Stevens-Johnson syndrome');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('L70.0', 1, 0, 'L700', 'acne vulgaris', 'Acne vulgaris');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('L89.90', 1, 0, 'L8990', 'pressure ulcer of unspecified site unspecified stage', 'Pressure ulcer of unspecified site, unspecified stage');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('M06.9', 1, 0, 'M069', 'rheumatoid arthritis unspecified', 'Rheumatoid arthritis, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('M10.9', 1, 0, 'M109', 'gout unspecified', 'Gout, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('M16.9', 1, 0, 'M169', 'osteoarthritis of hip unspecified', 'Osteoarthritis of hip, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('M17.9', 1, 0, 'M179', 'osteoarthritis of knee unspecified', 'Osteoarthritis of knee, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('M19.90', 1, 0, 'M1990', 'unspecified osteoarthritis unspecified site', 'Unspecified osteoarthritis, unspecified site');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('M25.50', 1, 0, 'M2550', 'pain in unspecified joint', 'Pain in unspecified joint');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('M32.9', 1, 0, 'M329', 'systemic lupus erythematosus unspecified', 'Systemic lupus erythematosus, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('M45.9', 1, 0, 'M459', 'ankylosing spondylitis of unspecified sites in spine', 'Ankylosing spondylitis of unspecified sites in spine');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('M54.2', 1, 0, 'M542', 'cervicalgia', 'Cervicalgia');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('M54.50', 1, 0, 'M5450', 'low back pain unspecified', 'Low back pain, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('M62.82', 1, 0, 'M6282', 'rhabdomyolysis', 'Rhabdomyolysis');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('M79.10', 1, 0, 'M7910', 'myalgia unspecified site', 'Myalgia, unspecified site');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('M79.7', 1, 0, 'M797', 'fibromyalgia', 'Fibromyalgia');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('M81.0', 1, 0, 'M810', 'age related osteoporosis without current pathological fracture', 'Age-related osteoporosis without current pathological fracture');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('M86.9', 1, 0, 'M869', 'osteomyelitis unspecified', 'Osteomyelitis, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('N04.9', 1, 0, 'N049', 'nephrotic syndrome with unspecified morphologic changes', 'Nephrotic syndrome with unspecified morphologic changes');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('N10', 1, 0, 'N10', 'acute pyelonephritis', 'Acute pyelonephritis');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('N13.30', 1, 0, 'N1330', 'unspecified hydronephrosis', 'Unspecified hydronephrosis');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('N17.9', 1, 0, 'N179', 'acute kidney failure unspecified', 'Acute kidney failure, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('N18.30', 1, 0, 'N1830', 'chronic kidney disease stage 3 unspecified', 'Chronic kidney disease, stage 3 unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('N18.4', 1, 0, 'N184', 'chronic kidney disease stage 4 severe', 'Chronic kidney disease, stage 4 (severe)');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('N18.5', 1, 0, 'N185', 'chronic kidney disease stage 5', 'Chronic kidney disease, stage 5');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('N18.6', 1, 0, 'N186', 'end stage renal disease', 'End stage renal disease');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('N18.9', 1, 0, 'N189', 'chronic kidney disease unspecified', 'Chronic kidney disease, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('N20.0', 1, 0, 'N200', 'calculus of kidney', 'Calculus of kidney');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('N20.1', 1, 0, 'N201', 'calculus of ureter', 'Calculus of ureter');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('N30.00', 1, 0, 'N3000', 'acute cystitis without hematuria', 'Acute cystitis without hematuria');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('N39.0', 1, 0, 'N390', 'urinary tract infection site not specified', 'Urinary tract infection, site not specified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('N40.0', 1, 0, 'N400', 'benign prostatic hyperplasia without lower urinary tract symptoms', 'Benign prostatic hyperplasia without lower urinary tract symptoms');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('N40.1', 1, 0, 'N401', 'benign prostatic hyperplasia with lower urinary tract symptoms', 'Benign prostatic hyperplasia with lower urinary tract symptoms');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('N44.00', 1, 0, 'N4400', 'torsion of testis unspecified', 'Torsion of testis, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('N45.1', 1, 0, 'N451', 'epididymitis', 'Epididymitis');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('N70.91', 1, 0, 'N7091', 'salpingitis unspecified', 'Salpingitis, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('N73.9', 1, 0, 'N739', 'female pelvic inflammatory disease unspecified', 'Female pelvic inflammatory disease, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('N76.0', 1, 0, 'N760', 'acute vaginitis', 'Acute vaginitis');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('N80.9', 1, 0, 'N809', 'endometriosis unspecified', 'Endometriosis, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('N83.209', 1, 0, 'N83209', 'unspecified ovarian cyst unspecified side', 'Unspecified ovarian cyst, unspecified side');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('N92.0', 1, 0, 'N920', 'excessive and frequent menstruation with regular cycle', 'Excessive and frequent menstruation with regular cycle');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('N94.6', 1, 0, 'N946', 'dysmenorrhea unspecified', 'Dysmenorrhea, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('N97.9', 1, 0, 'N979', 'female infertility unspecified', 'Female infertility, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('O00.90', 1, 0, 'O0090', 'unspecified ectopic pregnancy without intrauterine pregnancy', 'Unspecified ectopic pregnancy without intrauterine pregnancy');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('O03.9', 1, 0, 'O039', 'complete or unspecified spontaneous abortion without complication', 'Complete or unspecified spontaneous abortion without complication');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('O13.9', 1, 0, 'O139', 'gestational pregnancy induced hypertension without significant proteinuria unspecified trimester', 'Gestational [pregnancy-induced] hypertension without significant proteinuria, unspecified trimester');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('O14.10', 1, 0, 'O1410', 'severe pre eclampsia unspecified trimester', 'Severe pre-eclampsia, unspecified trimester');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('O14.90', 1, 0, 'O1490', 'unspecified pre eclampsia unspecified trimester', 'Unspecified pre-eclampsia, unspecified trimester');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('O15.9', 1, 0, 'O159', 'eclampsia unspecified as to time period', 'Eclampsia, unspecified as to time period');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('O20.0', 1, 0, 'O200', 'threatened abortion', 'Threatened abortion');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('O21.0', 1, 0, 'O210', 'mild hyperemesis gravidarum', 'Mild hyperemesis gravidarum');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('O24.419', 1, 0, 'O24419', 'gestational diabetes mellitus in pregnancy unspecified control', 'Gestational diabetes mellitus in pregnancy, unspecified control');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('O42.90', 1, 0, 'O4290', 'premature rupture of membranes unspecified as to length of time between rupture and onset of labor unspecified weeks of gestation', 'Premature rupture of membranes, unspecified as to length of time between rupture and onset of labor, unspecified weeks of gestation');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('O47.9', 1, 0, 'O479', 'false labor unspecified', 'False labor, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('O60.00', 1, 0, 'O6000', 'preterm labor without delivery unspecified trimester', 'Preterm labor without delivery, unspecified trimester');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('O72.1', 1, 0, 'O721', 'other immediate postpartum hemorrhage', 'Other immediate postpartum hemorrhage');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('O80', 1, 0, 'O80', 'encounter for full term uncomplicated delivery', 'Encounter for full-term uncomplicated delivery');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('O82', 1, 0, 'O82', 'encounter for cesarean delivery without indication', 'Encounter for cesarean delivery without indication');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('O85', 1, 0, 'O85', 'puerperal sepsis', 'Puerperal sepsis');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('O99.019', 1, 0, 'O99019', 'anemia complicating pregnancy unspecified trimester', 'Anemia complicating pregnancy, unspecified trimester');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('P07.30', 1, 0, 'P0730', 'preterm newborn unspecified weeks of gestation', 'Preterm newborn, unspecified weeks of gestation');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('P22.0', 1, 0, 'P220', 'respiratory distress syndrome of newborn', 'Respiratory distress syndrome of newborn');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('P36.9', 1, 0, 'P369', 'bacterial sepsis of newborn unspecified', 'Bacterial sepsis of newborn, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('P59.9', 1, 0, 'P599', 'neonatal jaundice unspecified', 'Neonatal jaundice, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('Q21.3', 1, 0, 'Q213', 'tetralogy of fallot', 'Tetralogy of Fallot');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('Q90.9', 1, 0, 'Q909', 'down syndrome unspecified', 'Down syndrome, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('R00.0', 1, 0, 'R000', 'tachycardia unspecified', 'Tachycardia, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('R00.2', 1, 0, 'R002', 'palpitations', 'Palpitations');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('R04.0', 1, 0, 'R040', 'epistaxis', 'Epistaxis');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('R05.9', 1, 0, 'R059', 'cough unspecified', 'Cough, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('R06.02', 1, 0, 'R0602', 'shortness of breath', 'Shortness of breath');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('R07.9', 1, 0, 'R079', 'chest pain unspecified', 'Chest pain, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('R09.02', 1, 0, 'R0902', 'hypoxemia', 'Hypoxemia');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('R10.0', 1, 0, 'R100', 'acute abdomen', 'Acute abdomen');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('R10.9', 1, 0, 'R109', 'unspecified abdominal pain', 'Unspecified abdominal pain');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('R11.2', 1, 0, 'R112', 'nausea with vomiting unspecified', 'Nausea with vomiting, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('R13.10', 1, 0, 'R1310', 'dysphagia unspecified', 'Dysphagia, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('R17', 1, 0, 'R17', 'unspecified jaundice', 'Unspecified jaundice');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('R19.7', 1, 0, 'R197', 'diarrhea unspecified', 'Diarrhea, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('R21', 1, 0, 'R21', 'rash and other nonspecific skin eruption', 'Rash and other nonspecific skin eruption');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('R31.9', 1, 0, 'R319', 'hematuria unspecified', 'Hematuria, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('R33.9', 1, 0, 'R339', 'retention of urine unspecified', 'Retention of urine, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('R40.20', 1, 0, 'R4020', 'unspecified coma', 'Unspecified coma');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('R41.0', 1, 0, 'R410', 'disorientation unspecified', 'Disorientation, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('R41.82', 1, 0, 'R4182', 'altered mental status unspecified', 'Altered mental status, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('R42', 1, 0, 'R42', 'dizziness and giddiness', 'Dizziness and giddiness');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('R50.9', 1, 0, 'R509', 'fever unspecified', 'Fever, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('R51.9', 1, 0, 'R519', 'headache unspecified', 'Headache, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('R53.83', 1, 0, 'R5383', 'other fatigue', 'Other fatigue');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('R55', 1, 0, 'R55', 'syncope and collapse', 'Syncope and collapse');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('R56.00', 1, 0, 'R5600', 'simple febrile convulsions', 'Simple febrile convulsions');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('R56.9', 1, 0, 'R569', 'unspecified convulsions', 'Unspecified convulsions');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('R57.0', 1, 0, 'R570', 'cardiogenic shock', 'Cardiogenic shock');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('R60.9', 1, 0, 'R609', 'edema unspecified', 'Edema, unspecified');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('R63.4', 1, 0, 'R634', 'abnormal weight loss', 'Abnormal weight loss');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('R65.20', 1, 0, 'R6520', 'severe sepsis without septic shock', 'Severe sepsis without septic shock');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('R65.21', 1, 0, 'R6521', 'severe sepsis with septic shock', 'Severe sepsis with septic shock');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('R73.03', 1, 0, 'R7303', 'prediabetes', 'Prediabetes');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('S00.93XA', 1, 0, 'S0093XA', 'contusion of unspecified part of head initial encounter', 'Contusion of unspecified part of head, initial encounter');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('S06.0X0A', 1, 0, 'S060X0A', 'concussion without loss of consciousness initial encounter', 'Concussion without loss of consciousness, initial encounter');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('S06.9X9A', 1, 0, 'S069X9A', 'unspecified intracranial injury with loss of consciousness of unspecified duration initial encounter', 'Unspecified intracranial injury with loss of consciousness of unspecified duration, initial encounter');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('S22.39XA', 1, 0, 'S2239XA', 'fracture of one rib unspecified side initial encounter for closed fracture', 'Fracture of one rib, unspecified side, initial encounter for closed fracture');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('S42.009A', 1, 0, 'S42009A', 'fracture of unspecified part of unspecified clavicle initial encounter for closed fracture', 'Fracture of unspecified part of unspecified clavicle, initial encounter for closed fracture');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('S52.509A', 1, 0, 'S52509A', 'unspecified fracture of the lower end of unspecified radius initial encounter for closed fracture', 'Unspecified fracture of the lower end of unspecified radius, initial encounter for closed fracture');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('S61.409A', 1, 0, 'S61409A', 'unspecified open wound of unspecified hand initial encounter', 'Unspecified open wound of unspecified hand, initial encounter');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('S72.009A', 1, 0, 'S72009A', 'fracture of unspecified part of neck of unspecified femur initial encounter for closed fracture', 'Fracture of unspecified part of neck of unspecified femur, initial encounter for closed fracture');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('S82.90XA', 1, 0, 'S8290XA', 'unspecified fracture of unspecified lower leg initial encounter for closed fracture', 'Unspecified fracture of unspecified lower leg, initial encounter for closed fracture');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('S93.409A', 1, 0, 'S93409A', 'sprain of unspecified ligament of unspecified ankle initial encounter', 'Sprain of unspecified ligament of unspecified ankle, initial encounter');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('T14.90XA', 1, 0, 'T1490XA', 'injury unspecified initial encounter', 'Injury, unspecified, initial encounter');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('T30.0', 1, 0, 'T300', 'burn of unspecified body region unspecified degree', 'Burn of unspecified body region, unspecified degree');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('T63.001A', 1, 0, 'T63001A', 'toxic effect of unspecified snake venom accidental unintentional initial encounter', 'Toxic effect of unspecified snake venom, accidental (unintentional), initial encounter');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('T78.2XXA', 1, 0, 'T782XXA', 'anaphylactic shock unspecified initial encounter', 'Anaphylactic shock, unspecified, initial encounter');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('T78.40XA', 1, 0, 'T7840XA', 'allergy unspecified initial encounter', 'Allergy, unspecified, initial encounter');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('T81.40XA', 1, 0, 'T8140XA', 'infection following a procedure unspecified initial encounter', 'Infection following a procedure, unspecified, initial encounter');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('U07.1', 1, 0, 'U071', 'covid 19', 'COVID-19');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('Z00.00', 1, 0, 'Z0000', 'encounter for general adult medical examination without abnormal findings', 'Encounter for general adult medical examination without abnormal findings');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('Z00.129', 1, 0, 'Z00129', 'encounter for routine child health examination without abnormal findings', 'Encounter for routine child health examination without abnormal findings');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('Z01.818', 1, 0, 'Z01818', 'encounter for other preprocedural examination', 'Encounter for other preprocedural examination');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('Z11.3', 1, 0, 'Z113', 'encounter for screening for infections with a predominantly sexual mode of transmission', 'Encounter for screening for infections with a predominantly sexual mode of transmission');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('Z12.11', 1, 0, 'Z1211', 'encounter for screening for malignant neoplasm of colon', 'Encounter for screening for malignant neoplasm of colon');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('Z12.4', 1, 0, 'Z124', 'encounter for screening for malignant neoplasm of cervix', 'Encounter for screening for malignant neoplasm of cervix');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('Z21', 1, 0, 'Z21', 'asymptomatic human immunodeficiency virus hiv infection status', 'Asymptomatic human immunodeficiency virus [HIV] infection status');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('Z23', 1, 0, 'Z23', 'encounter for immunization', 'Encounter for immunization');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('Z30.09', 1, 0, 'Z3009', 'encounter for other general counseling and advice on contraception', 'Encounter for other general counseling and advice on contraception');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('Z33.1', 1, 0, 'Z331', 'pregnant state incidental', 'Pregnant state, incidental');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('Z34.90', 1, 0, 'Z3490', 'encounter for supervision of normal pregnancy unspecified unspecified trimester', 'Encounter for supervision of normal pregnancy, unspecified, unspecified trimester');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('Z37.0', 1, 0, 'Z370', 'single live birth', 'Single live birth');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('Z38.00', 1, 0, 'Z3800', 'single liveborn infant delivered vaginally', 'Single liveborn infant, delivered vaginally');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('Z39.2', 1, 0, 'Z392', 'encounter for routine postpartum follow up', 'Encounter for routine postpartum follow-up');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('Z48.00', 1, 0, 'Z4800', 'encounter for change or removal of nonsurgical wound dressing', 'Encounter for change or removal of nonsurgical wound dressing');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('Z51.11', 1, 0, 'Z5111', 'encounter for antineoplastic chemotherapy', 'Encounter for antineoplastic chemotherapy');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('Z71.3', 1, 0, 'Z713', 'dietary counseling and surveillance', 'Dietary counseling and surveillance');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('Z72.0', 1, 0, 'Z720', 'tobacco use', 'Tobacco use');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('Z79.01', 1, 0, 'Z7901', 'long term current use of anticoagulants', 'Long term (current) use of anticoagulants');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('Z79.4', 1, 0, 'Z794', 'long term current use of insulin', 'Long term (current) use of insulin');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('Z88.0', 1, 0, 'Z880', 'allergy status to penicillin', 'Allergy status to penicillin');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('Z91.199', 1, 0, 'Z91199', 'patients noncompliance with other medical treatment and regimen due to unspecified reason', 'Patient''s noncompliance with other medical treatment and regimen due to unspecified reason');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('Z95.0', 1, 0, 'Z950', 'presence of cardiac pacemaker', 'Presence of cardiac pacemaker');
SELECT changes();

INSERT INTO "DiagnosisCodes" ("Code", "IsBillable", "IsRetired", "SearchCode", "SearchTitle", "Title")
VALUES ('Z99.2', 1, 0, 'Z992', 'dependence on renal dialysis', 'Dependence on renal dialysis');
SELECT changes();



CREATE INDEX "IX_Absences_Clinician" ON "Absences" ("OrganizationId", "ClinicianId", "StartsAt");


CREATE INDEX "IX_ActivityReviews_ConcernsUserId" ON "ActivityReviews" ("ConcernsUserId");


CREATE INDEX "IX_ActivityReviews_OrganizationId_PatientId" ON "ActivityReviews" ("OrganizationId", "PatientId");


CREATE INDEX "IX_ActivityReviews_ReviewedBy" ON "ActivityReviews" ("ReviewedBy");


CREATE UNIQUE INDEX "UX_ActivityReviews_Finding" ON "ActivityReviews" ("OrganizationId", "Kind", "ConcernsUserId", "OccurredAt");


CREATE INDEX "IX_AdministratorProposals_DecidedBy" ON "AdministratorProposals" ("DecidedBy");


CREATE INDEX "IX_AdministratorProposals_ProposedBy" ON "AdministratorProposals" ("ProposedBy");


CREATE INDEX "IX_AdministratorProposals_UserId" ON "AdministratorProposals" ("UserId");


CREATE UNIQUE INDEX "UX_AdministratorProposals_Open" ON "AdministratorProposals" ("OrganizationId", "UserId") WHERE "Outcome" IS NULL;


CREATE INDEX "IX_Allergies_EnteredInErrorBy" ON "Allergies" ("EnteredInErrorBy");


CREATE INDEX "IX_Allergies_Patient" ON "Allergies" ("OrganizationId", "PatientId", "RecordedAt");


CREATE INDEX "IX_Allergies_RecordedBy" ON "Allergies" ("RecordedBy");


CREATE INDEX "IX_AmendmentRequests_AnsweredBy" ON "AmendmentRequests" ("AnsweredBy");


CREATE INDEX "IX_AmendmentRequests_Due" ON "AmendmentRequests" ("OrganizationId", "DueOn") WHERE "Status" IN ('Requested', 'InReview');


CREATE INDEX "IX_AmendmentRequests_OrganizationId_AddendumId" ON "AmendmentRequests" ("OrganizationId", "AddendumId");


CREATE INDEX "IX_AmendmentRequests_OrganizationId_AllergyId" ON "AmendmentRequests" ("OrganizationId", "AllergyId");


CREATE INDEX "IX_AmendmentRequests_OrganizationId_AuthorId" ON "AmendmentRequests" ("OrganizationId", "AuthorId");


CREATE INDEX "IX_AmendmentRequests_OrganizationId_CorrectedAllergyId" ON "AmendmentRequests" ("OrganizationId", "CorrectedAllergyId");


CREATE INDEX "IX_AmendmentRequests_OrganizationId_CorrectedDiagnosisId" ON "AmendmentRequests" ("OrganizationId", "CorrectedDiagnosisId");


CREATE INDEX "IX_AmendmentRequests_OrganizationId_CorrectedProblemId" ON "AmendmentRequests" ("OrganizationId", "CorrectedProblemId");


CREATE INDEX "IX_AmendmentRequests_OrganizationId_DiagnosisId" ON "AmendmentRequests" ("OrganizationId", "DiagnosisId");


CREATE INDEX "IX_AmendmentRequests_OrganizationId_NoteId" ON "AmendmentRequests" ("OrganizationId", "NoteId");


CREATE INDEX "IX_AmendmentRequests_OrganizationId_ProblemId" ON "AmendmentRequests" ("OrganizationId", "ProblemId");


CREATE INDEX "IX_AmendmentRequests_Patient" ON "AmendmentRequests" ("OrganizationId", "PatientId", "RequestedAt");


CREATE INDEX "IX_AmendmentRequests_RequestedBy" ON "AmendmentRequests" ("RequestedBy");


CREATE INDEX "IX_AmendmentRequests_ReviewedBy" ON "AmendmentRequests" ("ReviewedBy");


CREATE UNIQUE INDEX "UX_AmendmentRequests_Open" ON "AmendmentRequests" ("OrganizationId", "PatientId", "ItemId") WHERE "Status" IN ('Requested', 'InReview');


CREATE INDEX "IX_Appointments_Clinician" ON "Appointments" ("OrganizationId", "ClinicianId", "StartsAt");


CREATE INDEX "IX_Appointments_ClinicianUserId" ON "Appointments" ("ClinicianUserId");


CREATE INDEX "IX_Appointments_CreatedBy" ON "Appointments" ("CreatedBy");


CREATE INDEX "IX_Appointments_OrganizationId_DepartmentId" ON "Appointments" ("OrganizationId", "DepartmentId");


CREATE INDEX "IX_Appointments_OrganizationId_EncounterId" ON "Appointments" ("OrganizationId", "EncounterId");


CREATE INDEX "IX_Appointments_OrganizationId_RescheduledFromId" ON "Appointments" ("OrganizationId", "RescheduledFromId");


CREATE INDEX "IX_Appointments_OrganizationId_RoomId" ON "Appointments" ("OrganizationId", "RoomId");


CREATE INDEX "IX_Appointments_Patient" ON "Appointments" ("OrganizationId", "PatientId", "StartsAt");


CREATE INDEX "IX_Appointments_Start" ON "Appointments" ("OrganizationId", "StartsAt");


CREATE INDEX "IX_AuditEvents_Actor" ON "AuditEvents" ("OrganizationId", "ActorUserId", "RecordedAt" DESC);


CREATE INDEX "IX_AuditEvents_Code" ON "AuditEvents" ("OrganizationId", "EventCode", "RecordedAt" DESC);


CREATE INDEX "IX_AuditEvents_Patient" ON "AuditEvents" ("OrganizationId", "PatientId", "RecordedAt" DESC);


CREATE INDEX "IX_AuditEvents_Time" ON "AuditEvents" ("OrganizationId", "RecordedAt" DESC, "Id" DESC);


CREATE UNIQUE INDEX "UX_AuditSeals_Event" ON "AuditSeals" ("OrganizationId", "EventId");


CREATE INDEX "IX_Beds_OrganizationId_RoomId" ON "Beds" ("OrganizationId", "RoomId");


CREATE UNIQUE INDEX "UX_Beds_Label" ON "Beds" ("OrganizationId", "Label");


CREATE INDEX "IX_BedStays_Bed" ON "BedStays" ("OrganizationId", "BedId", "StartsAt");


CREATE INDEX "IX_BedStays_OrganizationId_EncounterId" ON "BedStays" ("OrganizationId", "EncounterId");


CREATE INDEX "IX_BedStays_Patient" ON "BedStays" ("OrganizationId", "PatientId", "StartsAt");


CREATE INDEX "IX_BedStays_RecordedBy" ON "BedStays" ("RecordedBy");


CREATE UNIQUE INDEX "UX_BedStays_OpenBed" ON "BedStays" ("OrganizationId", "BedId") WHERE "ReleasedAt" IS NULL;


CREATE UNIQUE INDEX "UX_BedStays_OpenPatient" ON "BedStays" ("OrganizationId", "PatientId", "Status") WHERE "ReleasedAt" IS NULL;


CREATE INDEX "IX_CarePlanChanges_ChangedBy" ON "CarePlanChanges" ("ChangedBy");


CREATE INDEX "IX_CarePlanChanges_OrganizationId_PatientId" ON "CarePlanChanges" ("OrganizationId", "PatientId");


CREATE INDEX "IX_CarePlanChanges_Plan" ON "CarePlanChanges" ("OrganizationId", "PlanId", "ChangedAt");


CREATE INDEX "IX_CarePlanHolds_OrganizationId_PatientId" ON "CarePlanHolds" ("OrganizationId", "PatientId");


CREATE UNIQUE INDEX "UX_CarePlanHolds_Open" ON "CarePlanHolds" ("OrganizationId", "PlanId") WHERE "ResumedOn" IS NULL;


CREATE INDEX "IX_CarePlans_CreatedBy" ON "CarePlans" ("CreatedBy");


CREATE INDEX "IX_CarePlans_FollowUp" ON "CarePlans" ("OrganizationId", "FollowUpOn");


CREATE INDEX "IX_CarePlans_OrganizationId_ResponsibleId" ON "CarePlans" ("OrganizationId", "ResponsibleId");


CREATE UNIQUE INDEX "UX_CarePlans_Active" ON "CarePlans" ("OrganizationId", "PatientId") WHERE "Status" = 'Active';


CREATE INDEX "IX_CareProxies_Carer" ON "CareProxies" ("OrganizationId", "CarerUserId") WHERE "RevokedAt" IS NULL;


CREATE INDEX "IX_CareProxies_CarerUserId" ON "CareProxies" ("CarerUserId");


CREATE INDEX "IX_CareProxies_GrantedBy" ON "CareProxies" ("GrantedBy");


CREATE INDEX "IX_CareProxies_Patient" ON "CareProxies" ("OrganizationId", "PatientId", "GrantedAt");


CREATE INDEX "IX_CareProxies_RevokedBy" ON "CareProxies" ("RevokedBy");


CREATE INDEX "IX_Certificates_IssuedBy" ON "Certificates" ("IssuedBy");


CREATE INDEX "IX_Certificates_OrganizationId_EncounterId" ON "Certificates" ("OrganizationId", "EncounterId");


CREATE INDEX "IX_Certificates_OrganizationId_IssuerId" ON "Certificates" ("OrganizationId", "IssuerId");


CREATE INDEX "IX_Certificates_Patient" ON "Certificates" ("OrganizationId", "PatientId", "IssuedAt");


CREATE INDEX "IX_Certificates_RevokedBy" ON "Certificates" ("RevokedBy");


CREATE UNIQUE INDEX "UX_Certificates_Code" ON "Certificates" ("OrganizationId", "Code");


CREATE UNIQUE INDEX "UX_Certificates_Number" ON "Certificates" ("OrganizationId", "Year", "Number");


CREATE UNIQUE INDEX "UX_CleaningTasks_Open" ON "CleaningTasks" ("OrganizationId", "BedId") WHERE "CompletedAt" IS NULL;


CREATE INDEX "IX_ClinicalNotes_Drafts" ON "ClinicalNotes" ("OrganizationId", "AuthorUserId") WHERE "Status" = 'Draft';


CREATE INDEX "IX_ClinicalNotes_OrganizationId_AuthorId" ON "ClinicalNotes" ("OrganizationId", "AuthorId");


CREATE INDEX "IX_ClinicalNotes_OrganizationId_EncounterId" ON "ClinicalNotes" ("OrganizationId", "EncounterId");


CREATE INDEX "IX_ClinicalNotes_Patient" ON "ClinicalNotes" ("OrganizationId", "PatientId", "StartedAt");


CREATE INDEX "IX_ClinicianBusy_User" ON "ClinicianBusy" ("UserId", "StartsAt");


CREATE INDEX "IX_Consents_OrganizationId_DepartmentId" ON "Consents" ("OrganizationId", "DepartmentId");


CREATE INDEX "IX_Consents_OrganizationId_StaffMemberId" ON "Consents" ("OrganizationId", "StaffMemberId");


CREATE INDEX "IX_Consents_Patient" ON "Consents" ("OrganizationId", "PatientId", "Scope");


CREATE INDEX "IX_Consents_RecordedBy" ON "Consents" ("RecordedBy");


CREATE INDEX "IX_Consents_WithdrawnBy" ON "Consents" ("WithdrawnBy");


CREATE INDEX "IX_DeathRecords_CertifiedBy" ON "DeathRecords" ("CertifiedBy");


CREATE INDEX "IX_DeathRecords_Code" ON "DeathRecords" ("Code");


CREATE INDEX "IX_DeathRecords_EnteredInErrorBy" ON "DeathRecords" ("EnteredInErrorBy");


CREATE INDEX "IX_DeathRecords_Patient" ON "DeathRecords" ("OrganizationId", "PatientId", "DiedAt");


CREATE UNIQUE INDEX "UX_DeathRecords_Patient" ON "DeathRecords" ("OrganizationId", "PatientId") WHERE "EnteredInErrorAt" IS NULL;


CREATE UNIQUE INDEX "UX_Departments_Name" ON "Departments" ("OrganizationId", "Name");


CREATE INDEX "IX_DiagnosisCodes_SearchCode" ON "DiagnosisCodes" ("SearchCode");


CREATE INDEX "IX_EmergencyGrants_OrganizationId_PatientId" ON "EmergencyGrants" ("OrganizationId", "PatientId");


CREATE INDEX "IX_EmergencyGrants_ReviewedBy" ON "EmergencyGrants" ("ReviewedBy");


CREATE INDEX "IX_EmergencyGrants_UserId" ON "EmergencyGrants" ("UserId");


CREATE INDEX "IX_EmergencyGrants_Waiting" ON "EmergencyGrants" ("OrganizationId", "GrantedAt") WHERE "ReviewedAt" IS NULL;


CREATE UNIQUE INDEX "UX_EmergencyGrants_Open" ON "EmergencyGrants" ("OrganizationId", "UserId", "PatientId") WHERE "EndedAt" IS NULL;


CREATE INDEX "IX_EncounterDiagnoses_Code" ON "EncounterDiagnoses" ("Code");


CREATE INDEX "IX_EncounterDiagnoses_EnteredInErrorBy" ON "EncounterDiagnoses" ("EnteredInErrorBy");


CREATE INDEX "IX_EncounterDiagnoses_Patient" ON "EncounterDiagnoses" ("OrganizationId", "PatientId", "RecordedAt");


CREATE INDEX "IX_EncounterDiagnoses_RecordedBy" ON "EncounterDiagnoses" ("RecordedBy");


CREATE UNIQUE INDEX "UX_EncounterDiagnoses_Code" ON "EncounterDiagnoses" ("OrganizationId", "EncounterId", "Code") WHERE "EnteredInErrorAt" IS NULL;


CREATE UNIQUE INDEX "UX_EncounterDiagnoses_Primary" ON "EncounterDiagnoses" ("OrganizationId", "EncounterId") WHERE "Rank" = 'Primary' AND "EnteredInErrorAt" IS NULL;


CREATE INDEX "IX_Encounters_OrganizationId_ClinicianId" ON "Encounters" ("OrganizationId", "ClinicianId");


CREATE INDEX "IX_Encounters_OrganizationId_DepartmentId" ON "Encounters" ("OrganizationId", "DepartmentId");


CREATE INDEX "IX_Encounters_Patient" ON "Encounters" ("OrganizationId", "PatientId", "StartedAt");


CREATE UNIQUE INDEX "UX_Encounters_OpenEmergency" ON "Encounters" ("OrganizationId", "PatientId", "Class") WHERE "Class" = 'Emergency' AND "EndedAt" IS NULL AND "Status" <> 'EnteredInError';


CREATE UNIQUE INDEX "UX_Encounters_OpenInpatient" ON "Encounters" ("OrganizationId", "PatientId") WHERE "Class" = 'Inpatient' AND "EndedAt" IS NULL AND "Status" <> 'EnteredInError';


CREATE INDEX "IX_Escalations_Closed" ON "Escalations" ("OrganizationId", "ClosedAt");


CREATE INDEX "IX_Escalations_OrganizationId_SetId" ON "Escalations" ("OrganizationId", "SetId");


CREATE INDEX "IX_Escalations_Patient" ON "Escalations" ("OrganizationId", "PatientId", "RequestedAt");


CREATE INDEX "IX_Escalations_RequestedBy" ON "Escalations" ("RequestedBy");


CREATE UNIQUE INDEX "UX_Escalations_Open" ON "Escalations" ("OrganizationId", "PatientId") WHERE "ClosedAt" IS NULL;


CREATE INDEX "IX_FamilyConditions_EnteredInErrorBy" ON "FamilyConditions" ("EnteredInErrorBy");


CREATE INDEX "IX_FamilyConditions_Patient" ON "FamilyConditions" ("OrganizationId", "PatientId", "RecordedAt");


CREATE INDEX "IX_FamilyConditions_RecordedBy" ON "FamilyConditions" ("RecordedBy");


CREATE INDEX "IX_FluidEntries_Patient" ON "FluidEntries" ("OrganizationId", "PatientId", "TakenAt");


CREATE INDEX "IX_FluidEntries_RecordedBy" ON "FluidEntries" ("RecordedBy");


CREATE INDEX "IX_HealthProblems_Code" ON "HealthProblems" ("Code");


CREATE INDEX "IX_HealthProblems_EnteredInErrorBy" ON "HealthProblems" ("EnteredInErrorBy");


CREATE INDEX "IX_HealthProblems_Patient" ON "HealthProblems" ("OrganizationId", "PatientId", "RecordedAt");


CREATE INDEX "IX_HealthProblems_RecordedBy" ON "HealthProblems" ("RecordedBy");


CREATE INDEX "IX_Immunisations_EnteredInErrorBy" ON "Immunisations" ("EnteredInErrorBy");


CREATE INDEX "IX_Immunisations_Patient" ON "Immunisations" ("OrganizationId", "PatientId", "RecordedAt");


CREATE INDEX "IX_Immunisations_RecordedBy" ON "Immunisations" ("RecordedBy");


CREATE INDEX "IX_IncomingReferrals_Due" ON "IncomingReferrals" ("OrganizationId", "DueAt");


CREATE INDEX "IX_IncomingReferrals_OrganizationId_AppointmentId" ON "IncomingReferrals" ("OrganizationId", "AppointmentId");


CREATE INDEX "IX_IncomingReferrals_OrganizationId_DepartmentId" ON "IncomingReferrals" ("OrganizationId", "DepartmentId");


CREATE INDEX "IX_IncomingReferrals_OrganizationId_PatientId" ON "IncomingReferrals" ("OrganizationId", "PatientId");


CREATE INDEX "IX_NoKnownAllergies_EndedBy" ON "NoKnownAllergies" ("EndedBy");


CREATE INDEX "IX_NoKnownAllergies_StatedBy" ON "NoKnownAllergies" ("StatedBy");


CREATE UNIQUE INDEX "UX_NoKnownAllergies_Open" ON "NoKnownAllergies" ("OrganizationId", "PatientId") WHERE "EndedAt" IS NULL;


CREATE INDEX "IX_NoteAddenda_Note" ON "NoteAddenda" ("OrganizationId", "NoteId");


CREATE INDEX "IX_NoteAddenda_OrganizationId_AuthorId" ON "NoteAddenda" ("OrganizationId", "AuthorId");


CREATE INDEX "IX_NoteAddenda_OrganizationId_PatientId" ON "NoteAddenda" ("OrganizationId", "PatientId");


CREATE INDEX "IX_NoteParts_OrganizationId_PatientId" ON "NoteParts" ("OrganizationId", "PatientId");


CREATE UNIQUE INDEX "UX_NoteParts_Heading" ON "NoteParts" ("OrganizationId", "NoteId", "Heading");


CREATE INDEX "IX_NutritionAssessments_AssessedBy" ON "NutritionAssessments" ("AssessedBy");


CREATE INDEX "IX_NutritionAssessments_OrganizationId_EncounterId" ON "NutritionAssessments" ("OrganizationId", "EncounterId");


CREATE INDEX "IX_NutritionAssessments_OrganizationId_HeightSetId" ON "NutritionAssessments" ("OrganizationId", "HeightSetId");


CREATE INDEX "IX_NutritionAssessments_OrganizationId_PastWeightSetId" ON "NutritionAssessments" ("OrganizationId", "PastWeightSetId");


CREATE INDEX "IX_NutritionAssessments_OrganizationId_WeightSetId" ON "NutritionAssessments" ("OrganizationId", "WeightSetId");


CREATE INDEX "IX_NutritionAssessments_Patient" ON "NutritionAssessments" ("OrganizationId", "PatientId", "AssessedAt");


CREATE INDEX "IX_NutritionConsults_Closed" ON "NutritionConsults" ("OrganizationId", "ClosedAt");


CREATE INDEX "IX_NutritionConsults_OrganizationId_AssessmentId" ON "NutritionConsults" ("OrganizationId", "AssessmentId");


CREATE INDEX "IX_NutritionConsults_Patient" ON "NutritionConsults" ("OrganizationId", "PatientId", "RequestedAt");


CREATE INDEX "IX_NutritionConsults_RequestedBy" ON "NutritionConsults" ("RequestedBy");


CREATE UNIQUE INDEX "UX_NutritionConsults_Open" ON "NutritionConsults" ("OrganizationId", "PatientId") WHERE "ClosedAt" IS NULL;


CREATE UNIQUE INDEX "UX_OrganizationKeys_Active" ON "OrganizationKeys" ("OrganizationId", "Purpose") WHERE "State" = 'Active';


CREATE INDEX "IX_OrganizationMemberships_User" ON "OrganizationMemberships" ("UserId");


CREATE UNIQUE INDEX "UX_OrganizationMemberships_Role" ON "OrganizationMemberships" ("OrganizationId", "UserId", "Role") WHERE "EndedAt" IS NULL;


CREATE UNIQUE INDEX "UX_Organizations_Name" ON "Organizations" ("ParentId", "Name");


CREATE INDEX "IX_OutgoingMails_Due" ON "OutgoingMails" ("OrganizationId", "DueAt");


CREATE INDEX "IX_PastProcedures_EnteredInErrorBy" ON "PastProcedures" ("EnteredInErrorBy");


CREATE INDEX "IX_PastProcedures_Patient" ON "PastProcedures" ("OrganizationId", "PatientId", "RecordedAt");


CREATE INDEX "IX_PastProcedures_RecordedBy" ON "PastProcedures" ("RecordedBy");


CREATE INDEX "IX_PatientInvitations_CreatedBy" ON "PatientInvitations" ("CreatedBy");


CREATE INDEX "IX_PatientInvitations_OrganizationId_CareProxyId" ON "PatientInvitations" ("OrganizationId", "CareProxyId");


CREATE INDEX "IX_PatientInvitations_Patient" ON "PatientInvitations" ("OrganizationId", "PatientId", "CreatedAt");


CREATE INDEX "IX_PatientInvitations_UsedBy" ON "PatientInvitations" ("UsedBy");


CREATE INDEX "IX_Patients_BirthDate" ON "Patients" ("OrganizationId", "BirthDate", "Id");


CREATE INDEX "IX_Patients_Phone" ON "Patients" ("OrganizationId", "PhoneIndex") WHERE "PhoneIndex" IS NOT NULL;


CREATE INDEX "IX_Patients_RestrictedBy" ON "Patients" ("RestrictedBy");


CREATE INDEX "IX_Patients_SearchName" ON "Patients" ("OrganizationId", "SearchName", "Id");


CREATE INDEX "IX_Patients_UserId" ON "Patients" ("UserId");


CREATE UNIQUE INDEX "UX_Patients_NationalId" ON "Patients" ("OrganizationId", "NationalIdIndex") WHERE "NationalIdIndex" IS NOT NULL;


CREATE UNIQUE INDEX "UX_Patients_RecordNumber" ON "Patients" ("OrganizationId", "RecordNumber");


CREATE UNIQUE INDEX "UX_Patients_User" ON "Patients" ("OrganizationId", "UserId") WHERE "UserId" IS NOT NULL;


CREATE INDEX "IX_PatientSearchWords_OrganizationId_PatientId" ON "PatientSearchWords" ("OrganizationId", "PatientId");


CREATE INDEX "IX_PlanActivities_AddedBy" ON "PlanActivities" ("AddedBy");


CREATE INDEX "IX_PlanActivities_OrganizationId_PatientId" ON "PlanActivities" ("OrganizationId", "PatientId");


CREATE INDEX "IX_PlanActivities_OrganizationId_PlanId" ON "PlanActivities" ("OrganizationId", "PlanId");


CREATE INDEX "IX_PlanGoals_AddedBy" ON "PlanGoals" ("AddedBy");


CREATE INDEX "IX_PlanGoals_OrganizationId_PatientId" ON "PlanGoals" ("OrganizationId", "PatientId");


CREATE INDEX "IX_PlanGoals_OrganizationId_PlanId" ON "PlanGoals" ("OrganizationId", "PlanId");


CREATE INDEX "IX_PlanTicks_OrganizationId_PatientId" ON "PlanTicks" ("OrganizationId", "PatientId");


CREATE INDEX "IX_PlanTicks_TickedBy" ON "PlanTicks" ("TickedBy");


CREATE UNIQUE INDEX "UX_PlanTicks_Once" ON "PlanTicks" ("OrganizationId", "ActivityId", "DoneOn", "Ordinal");


CREATE INDEX "IX_Pregnancies_EnteredInErrorBy" ON "Pregnancies" ("EnteredInErrorBy");


CREATE INDEX "IX_Pregnancies_Patient" ON "Pregnancies" ("OrganizationId", "PatientId", "RecordedAt");


CREATE INDEX "IX_Pregnancies_RecordedBy" ON "Pregnancies" ("RecordedBy");


CREATE UNIQUE INDEX "UX_Pregnancies_Open" ON "Pregnancies" ("OrganizationId", "PatientId", "DueOn") WHERE "EndedOn" IS NULL AND "EnteredInErrorAt" IS NULL;


CREATE INDEX "IX_RecoveryCodes_User" ON "RecoveryCodes" ("UserId");


CREATE INDEX "IX_Referrals_Department" ON "Referrals" ("OrganizationId", "DepartmentId", "DueAt");


CREATE INDEX "IX_Referrals_OpenOfReferrer" ON "Referrals" ("OrganizationId", "ReferrerId") WHERE "Status" IN ('Draft', 'Active', 'OnHold');


CREATE INDEX "IX_Referrals_OrganizationId_AppointmentId" ON "Referrals" ("OrganizationId", "AppointmentId");


CREATE INDEX "IX_Referrals_Patient" ON "Referrals" ("OrganizationId", "PatientId", "CreatedAt");


CREATE INDEX "IX_Rooms_OrganizationId_DepartmentId" ON "Rooms" ("OrganizationId", "DepartmentId");


CREATE INDEX "IX_Rooms_OrganizationId_WardId" ON "Rooms" ("OrganizationId", "WardId");


CREATE UNIQUE INDEX "UX_Rooms_Number" ON "Rooms" ("OrganizationId", "Number");


CREATE INDEX "IX_SaturationScaleOrders_OrderedBy" ON "SaturationScaleOrders" ("OrderedBy");


CREATE UNIQUE INDEX "UX_SaturationScaleOrders_Open" ON "SaturationScaleOrders" ("OrganizationId", "PatientId") WHERE "EndedAt" IS NULL;


CREATE INDEX "IX_SocialHistories_EnteredInErrorBy" ON "SocialHistories" ("EnteredInErrorBy");


CREATE INDEX "IX_SocialHistories_Patient" ON "SocialHistories" ("OrganizationId", "PatientId", "RecordedAt");


CREATE INDEX "IX_SocialHistories_RecordedBy" ON "SocialHistories" ("RecordedBy");


CREATE INDEX "IX_StaffDepartments_OrganizationId_DepartmentId" ON "StaffDepartments" ("OrganizationId", "DepartmentId");


CREATE INDEX "IX_StaffMembers_SearchName" ON "StaffMembers" ("OrganizationId", "SearchName", "Id");


CREATE INDEX "IX_StaffMembers_UserId" ON "StaffMembers" ("UserId");


CREATE UNIQUE INDEX "UX_StaffMembers_User" ON "StaffMembers" ("OrganizationId", "UserId");


CREATE INDEX "IX_TriageAssessments_AssessedBy" ON "TriageAssessments" ("AssessedBy");


CREATE INDEX "IX_TriageAssessments_Entry" ON "TriageAssessments" ("OrganizationId", "EntryId", "AssessedAt");


CREATE INDEX "IX_TriageAssessments_OrganizationId_PatientId" ON "TriageAssessments" ("OrganizationId", "PatientId");


CREATE INDEX "IX_TriageEntries_Closed" ON "TriageEntries" ("OrganizationId", "ClosedAt");


CREATE INDEX "IX_TriageEntries_ClosedBy" ON "TriageEntries" ("ClosedBy");


CREATE INDEX "IX_TriageEntries_Patient" ON "TriageEntries" ("OrganizationId", "PatientId", "ClosedAt");


CREATE INDEX "IX_TriageEntries_RecordedBy" ON "TriageEntries" ("RecordedBy");


CREATE INDEX "IX_TriageEntries_TakenBy" ON "TriageEntries" ("TakenBy");


CREATE INDEX "IX_TriageEntries_TriagedBy" ON "TriageEntries" ("TriagedBy");


CREATE UNIQUE INDEX "UX_TriageEntries_Encounter" ON "TriageEntries" ("OrganizationId", "EncounterId") WHERE "EncounterId" IS NOT NULL;


CREATE UNIQUE INDEX "UX_TriageEntries_Open" ON "TriageEntries" ("OrganizationId", "PatientId") WHERE "ClosedAt" IS NULL;


CREATE INDEX "IX_UserClaims_UserId" ON "UserClaims" ("UserId");


CREATE INDEX "IX_UserLogins_UserId" ON "UserLogins" ("UserId");


CREATE INDEX "IX_UserPasskeys_UserId" ON "UserPasskeys" ("UserId");


CREATE UNIQUE INDEX "UserNameIndex" ON "Users" ("NormalizedUserName");


CREATE UNIQUE INDEX "UX_Users_Email" ON "Users" ("NormalizedEmail");


CREATE INDEX "IX_UserSessions_User" ON "UserSessions" ("UserId");


CREATE INDEX "IX_VitalSigns_OrganizationId_EncounterId" ON "VitalSigns" ("OrganizationId", "EncounterId");


CREATE INDEX "IX_VitalSigns_Patient" ON "VitalSigns" ("OrganizationId", "PatientId", "TakenAt");


CREATE INDEX "IX_VitalSigns_RecordedBy" ON "VitalSigns" ("RecordedBy");


CREATE INDEX "IX_VitalStandings_OrganizationId_SetId" ON "VitalStandings" ("OrganizationId", "SetId");


CREATE UNIQUE INDEX "UX_VitalStandings_Patient" ON "VitalStandings" ("OrganizationId", "PatientId");


CREATE INDEX "IX_Wards_OrganizationId_DepartmentId" ON "Wards" ("OrganizationId", "DepartmentId");


CREATE UNIQUE INDEX "UX_Wards_Name" ON "Wards" ("OrganizationId", "Name");


CREATE INDEX "IX_WorkingHours_Clinician" ON "WorkingHours" ("OrganizationId", "ClinicianId", "Day", "FromMinute");


CREATE INDEX "IX_WorkingHours_OrganizationId_RoomId" ON "WorkingHours" ("OrganizationId", "RoomId");


