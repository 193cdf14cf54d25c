using System.Diagnostics.CodeAnalysis;

namespace MediSecure.Data.Common;

/// <summary>The outcome of an operation that can be refused for an expected reason.</summary>
public record Result
{
    protected Result(Error? error) => Error = error;

    public static Result Ok { get; } = new((Error?)null);

    /// <summary>Null on success.</summary>
    public Error? Error { get; }

    [MemberNotNullWhen(true, nameof(Error))]
    public bool Failed => Error is not null;

    public static implicit operator Result(Error error) => new(error);

    public static Result<T> Of<T>(T value) => new(value);
}

/// <inheritdoc cref="Result"/>
public sealed record Result<T> : Result
{
    private readonly T? _value;

    internal Result(T value) : base(null) => _value = value;

    private Result(Error error) : base(error)
    {
    }

    /// <summary>The value; throws when the operation failed, because asking then is a bug of the caller.</summary>
    public T Value => Failed ? throw new InvalidOperationException($"No value: the operation failed with '{Error.Code}'.") : _value!;

    public static implicit operator Result<T>(T value) => new(value);

    public static implicit operator Result<T>(Error error) => new(error);
}
