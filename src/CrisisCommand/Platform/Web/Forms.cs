namespace CrisisCommand.Platform.Web;

/// <summary>Reads forms as senders may have mangled them: the framework has an exception for each way in which a body is none.</summary>
public static class Forms
{
    /// <summary>The largest form taken in, in bytes: several texts of the longest kind, every letter of them escaped.</summary>
    private const int MaxBody = 1024 * 1024;

    /// <summary>Null where the body is no form, or more than is taken in as one.</summary>
    public static async Task<IFormCollection?> Read(HttpContext http)
    {
        if (!http.Request.HasFormContentType || http.Request.ContentLength > MaxBody)
        {
            return null;
        }

        try
        {
            var reading = http.Request.ReadFormAsync(http.RequestAborted);
            await RequestDeadline.WhileReading(http, reading);
            return await reading;
        }
        catch (Exception mangled)
            when (mangled
                    is InvalidDataException
                        or IOException
                        or BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }
                && !http.RequestAborted.IsCancellationRequested
            )
        {
            return null;
        }
    }
}
