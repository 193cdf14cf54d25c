namespace MediSecure.Web;

/// <summary>Reads who looks at the screen from the membership rows. Scoped.</summary>
public interface IViewerSource
{
    /// <summary>Null when nobody is signed in, or the person no longer works at the organisation that the cookie names.</summary>
    Task<Viewer?> GetAsync(CancellationToken ct);
}
