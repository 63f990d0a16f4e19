using System.Net;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Tests.Platform;

/// <summary>On a real connection: what is too large is answered in words, and the connection lives on.</summary>
public sealed class BodyLimitTests(PortalOnAPort portal) : IClassFixture<PortalOnAPort>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/v1/apis/upload", "multipart/form-data; boundary=x")]
    [InlineData("/api/v1/apis/import", "application/json")]
    public async Task An_upload_of_50_MB_is_refused_in_words(string path, string type)
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        using var body = new ByteArrayContent(new byte[50 * 1024 * 1024]);
        body.Headers.Add("Content-Type", type);

        var problem = await publisher.Http.PostAsync(path, body, Cancelled).RefusedAsync(HttpStatusCode.RequestEntityTooLarge, "urn:portal:platform:too-large");

        Assert.Contains("6 MB", problem.Detail, StringComparison.Ordinal);
        Assert.Equal(0, (await publisher.Http.GetAsync<Page<ApiRow>>("/api/v1/apis")).Total);
    }

    [Fact]
    public async Task A_body_without_a_length_is_not_read_to_its_end_either()
    {
        var publisher = await portal.PersonAsync(Role.Publisher);
        using var http = new HttpClient { BaseAddress = publisher.Http.BaseAddress };
        http.DefaultRequestHeaders.Authorization = publisher.Http.DefaultRequestHeaders.Authorization;
        using var body = new StreamContent(new Endless());
        body.Headers.Add("Content-Type", "application/json");

        try
        {
            using var answer = await http.PostAsync("/api/v1/apis/import", body, Cancelled);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        }
        catch (HttpRequestException)
        {
            // Who says no length and never ends is cut off.
        }
    }

    /// <summary>White space without end, and without a length.</summary>
    private sealed class Endless : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)' ');

            return count;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
