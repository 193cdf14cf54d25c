namespace MediSecure.Web.Features.Beds;

/// <summary>A figure that <see cref="BedStateFigures"/> can show.</summary>
public enum BedFigure
{
    Taken,
    Free,
    Leaving,
    Cleaning,
}
