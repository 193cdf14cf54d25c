namespace MediSecure.Web.Ui;

/// <summary>Says on a page what shape is coming, so that the static frame shows the right skeleton before the circuit is there. A list when left out.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SkeletonAttribute(SkeletonKind kind) : Attribute
{
    public SkeletonKind Kind => kind;
}
