using MediSecure.Data.Common;

namespace MediSecure.Data.Features.Accounts;

public static class AccountErrors
{
    public static readonly Error NotLocked = Error.Conflict("account.not-locked", "This account is not locked any more, so there was nothing to unlock. The person can sign in; if that fails, the password is wrong.");

    public static readonly Error PasswordLong = Error.Invalid("account.password-long", $"The password may have at most {PasswordRules.Most} characters. Choose a shorter one.", "Password");

    public static readonly Error PasswordForeseeable = Error.Invalid("account.password-foreseeable",
        "This password is one of those that are tried first: common words, your name or workplace, rows of keys, years. Choose another; several unrelated words do well.", "Password");

    public static readonly Error PasswordWrong = Error.Invalid("account.password-wrong", "That is not your present password, so nothing was changed. Five wrong tries lock the sign-in for five minutes, and longer each time.", "Current");

    public static readonly Error Locked = Error.Conflict("account.locked", "Too many wrong tries, so this sign-in rests for some minutes. Wait, then try again; a passkey and the link for a new password still work.");

    public static readonly Error CodeWrong = Error.Invalid("account.code-wrong", "This code does not fit. Codes change every half minute and count once: wait for the next one, and check the clock of your phone.", "Code");

    public static readonly Error LinkOver = Error.Conflict("account.link-over", "This link was used before, is too old, or is not complete. Ask for a new one.");

    public static readonly Error EnrolmentOver = Error.Conflict("account.enrolment-over", "This page was open too long, so nothing was changed. Load it again and scan the new code.");

    public static readonly Error AuthenticatorExists = Error.Conflict("account.authenticator-exists", "There is an authenticator app already. Remove it first, then add the new one.");

    public static readonly Error NoAuthenticator = Error.Conflict("account.no-authenticator", "There is no authenticator app, so nothing was changed.");

    public static readonly Error LastFactor = Error.Conflict("account.last-factor", "This is your only second factor, and people who work here need one. Add another first, then remove this.");

    public static readonly Error NoFactor = Error.Conflict("account.no-factor", "This person has no second factor, so there was nothing to take away.");

    public static readonly Error OwnFactor = Error.Conflict("account.own-factor", "Your own second factors are changed on your account page, with your password.");

    public static readonly Error PasskeyRefused = Error.Invalid("account.passkey-refused", "The passkey was not taken. Try again; the browser must be on this very address.");

    public static readonly Error TooManyPasskeys = Error.Conflict("account.too-many-passkeys", "There are ten passkeys already. Remove one that you no longer use, then add the new one.");

    public static readonly Error EmailSame = Error.Invalid("account.email-same", "That is your e-mail already.", "Email");

    public static readonly Error DemoAccount = Error.Conflict("account.demo", "This is an account of the demo that others use too: its password and e-mail stay as they are published. Everything else can be tried.");

    public static readonly Error HasPassword = Error.Conflict("account.has-password", "This person has a password already. Whoever forgot it asks for a new one on the sign-in page.");

    public static readonly Error OtherHome = Error.Conflict("account.other-home",
        "This person had their sign-in before they came to your organisation, so you cannot see or change it here. Who is locked out waits, uses a recovery code, or asks the organisation that they joined first. Their roles here can be ended at any time.");

    public static readonly Error NotOff = Error.Conflict("account.not-off", "This sign-in is not switched off, so nothing was changed.");

    public static readonly Error Off = Error.Conflict("account.off", "This sign-in is switched off already, so nothing was changed.");

    public static Error PasswordShort(int least) => Error.Invalid("account.password-short", $"The password needs at least {least} characters. Several words with spaces are easy to remember and long enough.", "Password");
}
