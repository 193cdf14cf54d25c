using System.Text;
using MediSecure.Data.Features.Accounts;
using Microsoft.AspNetCore.Identity;

namespace MediSecure.Tests.Features.Accounts;

/// <summary>NIST SP 800-63B-4: length, a list of what is tried first, and nothing else.</summary>
public sealed class PasswordRulesTests
{
    private static readonly string[] Known = ["amina.bello@example.com", "Amina Bello", "Lekki Enterprise Hospital"];

    [Theory]
    // Length, in characters and not in bytes.
    [InlineData("kZ7#vq2", 8, "account.password-short")]
    [InlineData("kZ7#vq2m", 8, null)]
    [InlineData("tjwbdkxoqmvznr", 15, "account.password-short")]
    [InlineData("tjwbdkxoqmvznrc", 15, null)]
    [InlineData("🐢🦊🌵🎺🧊🪁🛶", 8, "account.password-short")]
    [InlineData("🐢🦊🌵🎺🧊🪁🛶🧶", 8, null)]
    // No kinds of characters are demanded; any script and spaces are welcome.
    [InlineData("correct horses eat stapled batteries", 15, null)]
    [InlineData("ein Fluß voller Kiesel", 15, null)]
    [InlineData("зелёный чайник поёт вечером", 15, null)]
    [InlineData("静かな川の石がひかる夜にうたう", 15, null)]
    [InlineData("a long enough password", 15, null)]
    // What is tried first.
    [InlineData("password", 8, "account.password-foreseeable")]
    [InlineData("P@ssw0rd!", 8, "account.password-foreseeable")]
    [InlineData("passwordpassword", 15, "account.password-foreseeable")]
    [InlineData("Password123456789", 15, "account.password-foreseeable")]
    [InlineData("Summer2026!", 8, "account.password-foreseeable")]
    [InlineData("qwertyuiopasdfgh", 15, "account.password-foreseeable")]
    [InlineData("123456789012345", 15, "account.password-foreseeable")]
    [InlineData("aaaaaaaaaaaaaaaa", 15, "account.password-foreseeable")]
    [InlineData("abcabcabcabcabcabc", 15, "account.password-foreseeable")]
    [InlineData("letmein1", 8, "account.password-foreseeable")]
    [InlineData("Nigeria2026", 8, "account.password-foreseeable")]
    [InlineData("hospital-nurse", 8, "account.password-foreseeable")]
    [InlineData("MediSecure2026", 8, "account.password-foreseeable")]
    [InlineData("Demo-2026-MediSecure", 15, "account.password-foreseeable")]
    [InlineData("correct horse battery staple", 15, "account.password-foreseeable")]
    // What everybody knows about this person.
    [InlineData("amina.bello", 8, "account.password-foreseeable")]
    [InlineData("Bello-1987", 8, "account.password-foreseeable")]
    [InlineData("LekkiEnterprise1", 15, "account.password-foreseeable")]
    [InlineData("@m1naB3ll0", 8, "account.password-foreseeable")]
    public void A_password_is_long_enough_and_not_tried_first(string password, int least, string? refused) => Assert.Equal(refused, PasswordRules.Check(password, least, Known)?.Code);

    [Fact]
    public void Sixty_four_characters_and_more_are_taken_and_there_is_an_end()
    {
        var long_ = string.Concat(Enumerable.Range(0, 64).Select(i => (char)('a' + (i * 7 % 26))));
        Assert.Null(PasswordRules.Check(long_ + long_, 15));
        Assert.Equal("account.password-long", PasswordRules.Check(long_ + long_ + "x", 15)?.Code);
        Assert.Equal("account.password-short", PasswordRules.Check(null, 8)?.Code);
    }

    /// <summary>ASVS 5.0, 6.2.4 demands the first 3,000 of those that fit the length; here are all that the list has.</summary>
    [Fact]
    public void What_leaked_most_often_is_refused_in_any_case_of_letters()
    {
        Assert.True(PasswordWords.Tried.Count > 17_000, $"{PasswordWords.Tried.Count}");
        Assert.Empty(PasswordWords.Tried.Where(password => PasswordRules.Check(password, PasswordRules.LeastWithFactor)?.Code != "account.password-foreseeable"));
        Assert.All(["metallica", "Elizabeth", "1q2w3e4r", "a1b2c3d4", "12QWASZX", "maverick"], password => Assert.Equal("account.password-foreseeable", PasswordRules.Check(password, PasswordRules.LeastWithFactor)?.Code));
    }

    [Fact]
    public void A_password_counts_to_its_last_character_and_in_its_case_and_costs_a_guesser_210000_rounds()
    {
        var hasher = new NormalPasswordHasher();
        var longest = string.Concat(Enumerable.Range(0, PasswordRules.Most).Select(i => (char)('a' + (i * 7 % 26))));
        var hash = hasher.HashPassword(new AppUser(), longest);
        Assert.NotEqual(PasswordVerificationResult.Failed, hasher.VerifyHashedPassword(new AppUser(), hash, longest));
        Assert.Equal(PasswordVerificationResult.Failed, hasher.VerifyHashedPassword(new AppUser(), hash, longest[..^1] + "A"));
        Assert.Equal(PasswordVerificationResult.Failed, hasher.VerifyHashedPassword(new AppUser(), hash, char.ToUpperInvariant(longest[0]) + longest[1..]));
        var rounds = Convert.FromBase64String(hash).AsSpan(5, 4);
        rounds.Reverse();
        Assert.Equal(210_000, BitConverter.ToInt32(rounds)); // Identity's format: 1 byte of version, 4 of the function, 4 of the count
    }

    [Theory]
    [InlineData("Fluß und Ångström", "Fluß und Ångström")]   // composed and decomposed
    [InlineData("ｗｉｄｅ letters", "wide letters")]
    [InlineData("ﬁne ligature", "fine ligature")]
    public void The_same_password_typed_on_another_system_is_the_same(string typed, string again)
    {
        var hasher = new NormalPasswordHasher();
        var hash = hasher.HashPassword(new AppUser(), typed.Normalize(NormalizationForm.FormD));
        Assert.NotEqual(PasswordVerificationResult.Failed, hasher.VerifyHashedPassword(new AppUser(), hash, again));
        Assert.Equal(PasswordVerificationResult.Failed, hasher.VerifyHashedPassword(new AppUser(), hash, again + " "));
    }

    [Fact]
    public void Half_a_character_breaks_nothing() => Assert.Equal("account.password-short", PasswordRules.Check("\uD83D", 8)?.Code);

    [Fact]
    public async Task Only_a_few_passwords_are_hashed_at_once_and_nobody_costs_what_somebody_costs()
    {
        using var work = new PasswordWork(new NormalPasswordHasher(), 1);
        var hash = (await work.HashAsync("lantern gravel")).Value;
        var user = new AppUser { PasswordHash = hash };
        Assert.True((await work.VerifyAsync(user, "lantern gravel")).Value);
        Assert.False((await work.VerifyAsync(user, "lantern")).Value);
        Assert.False((await work.VerifyAsync(null, "lantern gravel")).Value);
        Assert.False((await work.VerifyAsync(new AppUser(), "lantern gravel")).Value);
    }
}

/// <summary>RFC 6238, appendix B, cut to six digits, and the rules of use.</summary>
public sealed class AuthenticatorCodeTests
{
    private static readonly string Secret = AuthenticatorCode.Encode("12345678901234567890"u8);

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1_111_111_109, "081804")]
    [InlineData(1_111_111_111, "050471")]
    [InlineData(1_234_567_890, "005924")]
    [InlineData(2_000_000_000, "279037")]
    [InlineData(20_000_000_000, "353130")]
    public void A_code_is_what_the_standard_says(long seconds, string code)
    {
        var at = DateTime.UnixEpoch.AddSeconds(seconds);
        Assert.Equal(code, AuthenticatorCode.At(Secret, AuthenticatorCode.StepAt(at)));
        Assert.Equal(AuthenticatorCode.StepAt(at), AuthenticatorCode.Match(Secret, $" {code[..3]} {code[3..]} ", at, null));
    }

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_code_counts_now_and_half_a_minute_beside(int steps, bool counts)
    {
        var now = DateTime.UnixEpoch.AddSeconds(1_700_000_000);
        var code = AuthenticatorCode.At(Secret, AuthenticatorCode.StepAt(now) + steps);
        Assert.Equal(counts, AuthenticatorCode.Match(Secret, code, now, null) is not null);
        Assert.Null(AuthenticatorCode.Match(Secret, code, now, AuthenticatorCode.StepAt(now) + steps)); // taken before
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("12345a")]
    [InlineData("١٢٣٤٥٦")]
    public void What_is_no_code_fits_nothing(string? typed) => Assert.Null(AuthenticatorCode.Match(Secret, typed, DateTime.UnixEpoch, null));

    [Fact]
    public void The_address_names_house_and_person() =>
        Assert.Equal($"otpauth://totp/MediSecure%3Aada%2Bx%40h.example?secret={Secret}&issuer=MediSecure", AuthenticatorCode.Address("ada+x@h.example", Secret));
}
