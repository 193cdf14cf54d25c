namespace MediSecure.Tests.Access;

/// <summary>Every prepared legal call (<see cref="OperationCase"/>) passes its form through here: <c>service.AddAsync(Sent.Form(new AddStaffForm { … }), ct)</c>. The theory of bad input spoils
/// one field of it and expects a refusal; everywhere else it changes nothing.</summary>
internal static class Sent
{
    private static readonly AsyncLocal<Action<object>?> Change = new();

    public static T Form<T>(T form) where T : class
    {
        Change.Value?.Invoke(form);
        return form;
    }

    /// <summary>Until disposed, each form that this flow sends is handed to <paramref name="change"/> first.</summary>
    public static IDisposable Changed(Action<object> change)
    {
        Change.Value = change;
        return new Changing();
    }

    private sealed class Changing : IDisposable
    {
        public void Dispose() => Change.Value = null;
    }
}
