using System.Formats.Cbor;
using System.IO.Compression;
using System.Net;
using System.Text;
using Portal.Tests.Sandbox.CloudWatch;

namespace Portal.Tests.Sandbox.Wire;

/// <summary>What no client sends: every protocol refuses it in its own words, and nothing falls over.</summary>
public sealed class ProtocolTests
{
    [Fact]
    public async Task Packed_bodies_are_unpacked()
    {
        await using var bench = await Bench.StartAsync();
        using MemoryStream packed = new();
        await using (GZipStream gzip = new(packed, CompressionMode.Compress, leaveOpen: true))
        {
            await gzip.WriteAsync("""{"Namespace": "Test", "MetricData": [{"MetricName": "m", "Value": 1}]}"""u8.ToArray(), TestContext.Current.CancellationToken);
        }

        var (status, _) = await SendAsync(bench, packed.ToArray(), "application/x-amz-json-1.0", ("X-Amz-Target", "Granite.PutMetricData"), ("Content-Encoding", "gzip"));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Single((await bench.CloudWatchAsync("ListMetrics", new { }))["Metrics"]!.AsArray());
    }

    [Fact]
    public async Task A_body_that_only_says_it_is_packed_is_refused()
    {
        await using var bench = await Bench.StartAsync();

        var (status, _) = await SendAsync(bench, "nothing"u8.ToArray(), "application/x-amz-json-1.0", ("X-Amz-Target", "Granite.PutMetricData"), ("Content-Encoding", "gzip"));

        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    [Fact]
    public async Task A_small_body_that_unpacks_to_a_huge_one_is_refused()
    {
        await using var bench = await Bench.StartAsync();
        using MemoryStream packed = new();
        await using (GZipStream gzip = new(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            await gzip.WriteAsync(new byte[64 * 1024 * 1024], TestContext.Current.CancellationToken);
        }

        var (status, _) = await SendAsync(bench, packed.ToArray(), "application/x-amz-json-1.0", ("X-Amz-Target", "Granite.PutMetricData"), ("Content-Encoding", "gzip"));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
    }

    [Fact]
    public async Task Broken_and_bottomless_CBOR_is_refused_in_CBOR()
    {
        await using var bench = await Bench.StartAsync();
        byte[][] bodies = [[0xBF], [0xFF, 0x00], [.. Enumerable.Repeat((byte)0x81, 100_000)], [0xA1, 0x01, 0x02]];
        foreach (var body in bodies)
        {
            var (status, content) = await SendAsync(bench, body, "application/cbor", "/service/GraniteServiceVersion20100801/operation/ListMetrics", ("smithy-protocol", "rpc-v2-cbor"));

            Assert.Equal((HttpStatusCode.BadRequest, "SerializationException"), (status, Member(content, "__type")));
        }
    }

    [Fact]
    public async Task A_form_is_refused_in_XML()
    {
        await using var bench = await Bench.StartAsync();
        const string bottomless = "a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a";
        foreach (var (form, code) in new[] { ("Action=PutMetricData&Version=2010-08-01", "MissingParameter"), ($"Action=PutMetricData&{bottomless}=1", "SerializationException"), ("Action=Nothing", "UnknownOperationException") })
        {
            var (_, content) = await SendAsync(bench, Encoding.UTF8.GetBytes(form), "application/x-www-form-urlencoded");

            Assert.Contains($"<Error><Type>Sender</Type><Code>{code}</Code>", Encoding.UTF8.GetString(content), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_fault_is_said_in_the_words_of_the_protocol()
    {
        await using var bench = await Bench.StartAsync();
        bench.Server.Faults.Add(new() { Operation = "ListMetrics", Kind = Portal.Sandbox.Admin.FaultKind.TooManyRequests });

        await bench.NamedRefusedAsync("monitoring", "ListMetrics", new { }, "ThrottlingException", "Rate exceeded");
    }

    private static Task<(HttpStatusCode Status, byte[] Content)> SendAsync(Bench bench, byte[] body, string contentType, params (string Name, string Value)[] headers) =>
        SendAsync(bench, body, contentType, "/", headers);

    private static async Task<(HttpStatusCode Status, byte[] Content)> SendAsync(Bench bench, byte[] body, string contentType, string path, params (string Name, string Value)[] headers)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Headers.TryAddWithoutValidation("Authorization", "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/eu-central-1/monitoring/aws4_request, SignedHeaders=host, Signature=00");
        request.Content.Headers.ContentType = new(contentType);
        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        var (status, _, response) = await bench.SendAsync(request);
        return (status, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    private static string? Member(byte[] content, string name)
    {
        CborReader reader = new(content);
        for (var left = reader.ReadStartMap(); left > 0; left--)
        {
            if (reader.ReadTextString() == name)
            {
                return reader.ReadTextString();
            }

            reader.SkipValue();
        }

        return null;
    }
}
