namespace CrisisCommand.Timeline;

/// <summary>Which of a resource's forms the caller asks for.</summary>
public static class MediaRanges
{
    /// <summary>Whether the caller prefers that media type; JSON where both are equal or nothing is said.</summary>
    public static bool Prefer(HttpRequest request, string mediaType)
    {
        var ranges = request.GetTypedHeaders().Accept;
        double Quality(string type) =>
            ranges.Where(r => r.MediaType.Value is { } t && t == type).Select(r => r.Quality ?? 1).DefaultIfEmpty(0).Max();
        return Quality(mediaType) > Quality("application/json");
    }
}
