namespace MediSecure.Web.Ui;

/// <summary>The shape of what is coming.</summary>
public enum SkeletonKind
{
    List,
    Board,
    Chart,
    Form,
}
