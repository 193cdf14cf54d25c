using MediSecure.Data.Common;

namespace MediSecure.Web.Ui;

public enum LoadPhase
{
    Loading,
    Empty,
    Failed,
    Denied,
    Ready,
}

/// <summary>What a page or widget knows about the rows it asked for. Start with <see cref="Loading"/>; <see cref="FeatureComponent"/>.LoadAsync gives the rest.</summary>
/// <param name="Value">The rows; after a failed refresh still the last ones, and then <paramref name="Problem"/> says what happened.</param>
/// <param name="Problem">What happened; beside <see cref="LoadPhase.Denied"/> null when a role is missing, and set when more than the role counts.</param>
/// <param name="Code">Short code for the person who is called for help; never an exception's text.</param>
public sealed record LoadState<T>(LoadPhase Phase, T? Value = default, Error? Problem = null, string? Code = null)
{
    /// <summary>The component asks again by itself, because the database was away; else <c>LoadView</c> does.</summary>
    public bool AsksAgain { get; init; }

    public static LoadState<T> Loading { get; } = new(LoadPhase.Loading);

    public static LoadState<T> Denied { get; } = new(LoadPhase.Denied);

    public static LoadState<T> Ready(T value) => new(LoadPhase.Ready, value);

    public static LoadState<T> Empty(T value) => new(LoadPhase.Empty, value);

    public static LoadState<T> Failed(Error problem, string? code = null) => new(LoadPhase.Failed, default, problem, code);

    /// <summary>The refresh failed: what was read before stays, with the problem beside it. Without anything read before, it has failed.</summary>
    public LoadState<T> RefreshFailed(Error problem, string? code = null) =>
        Phase is LoadPhase.Ready or LoadPhase.Empty ? this with { Problem = problem, Code = code, AsksAgain = false } : Failed(problem, code);
}
