using System.IO.Compression;
using System.Net;

namespace Portal.Tests.Sandbox.Execution;

public sealed class CompressionTests
{
    private static readonly string Long = new('x', 500);

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("deflate", "deflate")]
    [InlineData("gzip, deflate, br", "gzip")]
    [InlineData("gzip;q=0.5, deflate", "deflate")]
    [InlineData("br, gzip", null)]
    [InlineData("identity", null)]
    [InlineData("*", null)]
    [InlineData(null, null)]
    public async Task Answers_are_compressed_as_the_caller_wants_most(string? accepted, string? coding)
    {
        await using var bench = await Bench.StartAsync();
        var id = await bench.DeployedAsync(Given.MockDocument(body: Long, more: "\"x-amazon-apigateway-minimum-compression-size\": 500"));

        var (_, body, response) = await GetAsync(bench, id, accepted);

        Assert.Equal((coding, Long), (response.Content.Headers.ContentEncoding.SingleOrDefault(), body));
        Assert.True(coding is null || response.Content.Headers.ContentLength < 100);
    }

    [Fact]
    public async Task Short_answers_and_those_that_are_coded_already_stay_as_they_are()
    {
        await using var bench = await Bench.StartAsync();
        var coded = Given.Mock("coded").Replace("\"statusCode\": \"200\",", "\"statusCode\": \"200\", \"responseParameters\": {\"method.response.header.Content-Encoding\": \"'own'\"},", StringComparison.Ordinal)
            .Replace("\"description\": \"fine\"", "\"description\": \"fine\", \"headers\": {\"Content-Encoding\": {\"schema\": {\"type\": \"string\"}}}", StringComparison.Ordinal);
        var id = await bench.DeployedAsync(Given.Document($$"""{"/pets": {"get": {{Given.Mock("short")}} }, "/coded": {"get": {{coded}} } }""", "\"x-amazon-apigateway-minimum-compression-size\": 6"));

        var (_, body, response) = await GetAsync(bench, id, "gzip");
        Assert.Equal(("short", 0), (body, response.Content.Headers.ContentEncoding.Count));
        (_, body, response) = await GetAsync(bench, id, "gzip", "/coded");
        Assert.Equal(("coded", "own"), (body, response.Content.Headers.ContentEncoding.Single()));
        (_, body, response) = await GetAsync(bench, id, "gzip", "/nowhere");
        Assert.Equal(("""{"message":"Missing Authentication Token"}""", "gzip"), (body, response.Content.Headers.ContentEncoding.Single()));
    }

    [Theory]
    [InlineData("gzip", true, 200)]
    [InlineData("deflate", true, 200)]
    [InlineData("br", true, 415)]
    [InlineData("gzip", false, 415)]
    public async Task Bodies_of_requests_reach_the_backend_plain(string coding, bool isCoded, int status)
    {
        await using var backend = await Backend.StartAsync();
        await using var bench = await Bench.StartAsync();
        var id = await bench.DeployedAsync(Given.Document($$"""{"/pets": {"post": {{Given.Proxy(backend.Url, "POST")}} } }""", "\"x-amazon-apigateway-minimum-compression-size\": 0"));

        var (actual, body, _) = await bench.InvokeAsync(id, "/pets", HttpMethod.Post, with: request =>
        {
            request.Content = new ByteArrayContent(isCoded ? Packed(coding) : [1, 2, 3]);
            request.Content.Headers.ContentEncoding.Add(coding);
        });

        Assert.Equal(status, (int)actual);
        Assert.Equal(status is 200, body.Contains($"\"body\":\"{Long}\"", StringComparison.Ordinal));
        Assert.DoesNotContain("content-encoding", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_in_words_all_the_same()
    {
        await using var bench = await Bench.StartAsync();
        var id = await bench.DeployedAsync(Given.Document($$"""{"/pets": {"post": {{Given.Mock("in")}} } }""", "\"x-amazon-apigateway-minimum-compression-size\": 0"));

        // Without a length it is found out while it is read.
        var (status, body, _) = await bench.InvokeAsync(id, "/pets", HttpMethod.Post, with: request =>
        {
            request.Headers.TransferEncodingChunked = true;
            request.Headers.Add("Accept-Encoding", "gzip");
            request.Content = new StreamContent(new MemoryStream(new byte[(10 * 1024 * 1024) + 1]));
        });

        Assert.Equal((413, """{"message":"HTTP content length exceeded 10485760 bytes"}"""), ((int)status, body));
    }

    private static byte[] Packed(string coding)
    {
        using MemoryStream packed = new();
        using (Stream packing = coding is "gzip" ? new GZipStream(packed, CompressionMode.Compress, leaveOpen: true) : new ZLibStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            packing.Write(System.Text.Encoding.UTF8.GetBytes(Long));
        }

        return packed.ToArray();
    }

    private static async Task<(HttpStatusCode Status, string Body, HttpResponseMessage Response)> GetAsync(Bench bench, string id, string? accepted, string path = "/pets")
    {
        var (status, _, response) = await bench.InvokeAsync(id, path, with: request =>
        {
            if (accepted is not null)
            {
                request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
            }
        });
        await using var sent = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        sent.Position = 0;
        await using var plain = response.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "gzip" => new GZipStream(sent, CompressionMode.Decompress),
            "deflate" => new ZLibStream(sent, CompressionMode.Decompress),
            _ => (Stream)sent,
        };
        using StreamReader reader = new(plain);
        return (status, await reader.ReadToEndAsync(TestContext.Current.CancellationToken), response);
    }
}
