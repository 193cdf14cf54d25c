namespace MediSecure.Data.Features.Summaries;

/// <summary>A file to hand out. Its name says nothing about the patient.</summary>
public sealed record SummaryFile(string FileName, byte[] Content);
