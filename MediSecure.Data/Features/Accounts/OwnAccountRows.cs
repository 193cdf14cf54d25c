namespace MediSecure.Data.Features.Accounts;

/// <summary>One's own sign-in.</summary>
/// <param name="Name">As the organisation knows the person.</param>
/// <param name="NameFromStaff">The name comes from the staff record, else from the patient record.</param>
/// <param name="AuthenticatorAddedAt">UTC; null when there is no authenticator app.</param>
/// <param name="RecoveryCodesLeft">Unused codes.</param>
/// <param name="FactorRequired">The person works somewhere and this house demands a second factor of its staff.</param>
/// <param name="IsDemoAccount">Password and e-mail are published and stay.</param>
public sealed record OwnAccount(string Name, bool NameFromStaff, string OrganizationName, string Email, DateTime? AuthenticatorAddedAt, IReadOnlyList<PasskeyRow> Passkeys, int RecoveryCodesLeft, bool FactorRequired,
    bool IsDemoAccount)
{
    public bool HasFactor => AuthenticatorAddedAt is not null || Passkeys.Count > 0;

    /// <summary>Fewest characters of a new password.</summary>
    public int LeastPassword => HasFactor || FactorRequired ? PasswordRules.LeastWithFactor : PasswordRules.LeastAlone;
}

/// <param name="Id">Of the credential, as text that fits into a form.</param>
/// <param name="AddedAt">UTC.</param>
public sealed record PasskeyRow(string Id, string Name, DateTime AddedAt);

/// <summary>What an authenticator app is given.</summary>
/// <param name="Secret">To type, in base 32.</param>
/// <param name="Address">For the QR code.</param>
/// <param name="Enrolment">Comes back with the first code.</param>
public sealed record NewAuthenticator(string Secret, string Address, string Enrolment);

/// <summary>Somebody's second factors as helpers see them.</summary>
public sealed record PersonFactors(bool HasPassword, DateTime? AuthenticatorAddedAt, int Passkeys, int RecoveryCodesLeft)
{
    public bool HasFactor => AuthenticatorAddedAt is not null || Passkeys > 0;
}
