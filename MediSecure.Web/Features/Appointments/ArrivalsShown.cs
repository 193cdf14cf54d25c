namespace MediSecure.Web.Features.Appointments;

/// <summary>Which of today's arrivals the page shows.</summary>
public enum ArrivalsShown
{
    Everybody,
    Waiting,
    Mine,
    WaitingForMe,
}
