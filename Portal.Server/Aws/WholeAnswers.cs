namespace Portal.Server.Aws;

/// <summary>Reads an answer whole that does not say how long it is: the SDK has a length of 0 for that one and for one without content, and <see cref="AnswerShape"/> must tell them apart.</summary>
internal sealed class WholeAnswers : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);

        if (answer.Content.Headers.ContentLength is null)
        {
            await answer.Content.LoadIntoBufferAsync(cancellationToken);
        }

        return answer;
    }
}
