namespace Portal.Sandbox.Wire;

/// <summary>Sends an answer with the headers that every AWS service sends.</summary>
internal static class AnswerWriter
{
    public static async Task WriteAsync(HttpContext context, Answer answer, string requestId)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        response.Headers["x-amzn-RequestId"] = requestId;
        if (answer.ErrorType is { } type)
        {
            response.Headers["x-amzn-ErrorType"] = type;
            if (answer.Status is 429)
            {
                response.Headers.RetryAfter = "1";
            }
        }

        foreach (var (name, value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        if (answer.Status is not 204)
        {
            response.ContentType = answer.ContentType;
            response.ContentLength = answer.Content.Length;
            await response.Body.WriteAsync(answer.Content, context.RequestAborted);
        }
    }
}
