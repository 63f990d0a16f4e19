using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Portal.Server.Platform;

/// <summary>
/// Refuses bodies that are too large for the HTTP API, or in letters that nobody knows, before anything reads them. What the caller still sends is taken and thrown away, within reason: a connection that is cut loses the answer.
/// </summary>
internal static class BodyLimit
{
    /// <summary>A document has at most 6 MB; in UTF-16, or with every quote escaped, it takes twice the room.</summary>
    public const long Largest = 16L * 1024 * 1024;

    private const long Taken = 128L * 1024 * 1024;

    public static void UseBodyLimit(this IApplicationBuilder app) => app.UseWhen(
        context => context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase),
        api => api.Use(async (context, next) =>
        {
            var isTooLarge = context.Request.ContentLength > Largest;

            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            {
                limit.MaxRequestBodySize = isTooLarge ? Taken : Largest;
            }

            if (isTooLarge)
            {
                await RefuseAsync(context);
                return;
            }

            if (MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) && type is { Charset.Length: > 0, Encoding: null })
            {
                await TypedResults.Problem(UnknownLetters).ExecuteAsync(context);
                return;
            }

            await next(context);
        }));

    private static ProblemDetails UnknownLetters => new()
    {
        Status = StatusCodes.Status415UnsupportedMediaType,
        Type = "urn:portal:platform:malformed",
        Title = "The request is not well formed.",
        Detail = "The charset of its content type is not known here. Send UTF-8.",
    };

    private static async Task RefuseAsync(HttpContext context)
    {
        // Who asks first, with Expect: 100-continue, has sent nothing yet.
        if (context.Request.ContentLength <= Taken && context.Request.Headers.Expect.Count is 0)
        {
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        }

        await TypedResults.Problem(new ProblemDetails
        {
            Status = StatusCodes.Status413PayloadTooLarge,
            Type = "urn:portal:platform:too-large",
            Title = "This is too large.",
            Detail = "The portal takes bodies of up to 16 MB, and API Gateway takes documents of up to 6 MB. Nothing was changed.",
        }).ExecuteAsync(context);
    }
}
