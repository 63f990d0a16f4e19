using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Portal.Tests.Sandbox.CloudWatch;

namespace Portal.Tests.Sandbox.Execution;

/// <summary>Backends that are slow or die in the middle, callers that leave, many at once: the right answers, and the rest unharmed.</summary>
public sealed class RobustnessTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_slow_backend_holds_up_nobody_else()
    {
        await using var backend = await Backend.StartAsync();
        await using var bench = await Bench.StartAsync();
        var id = await bench.DeployedAsync(Given.Document($$"""{"/slow": {"get": {{Given.Proxy($"{backend.Url}/never", more: "\"timeoutInMillis\": 2000")}} }, "/fast": {"get": {{Given.Proxy($"{backend.Url}/")}} } }"""));

        var slow = Enumerable.Range(0, 100).Select(_ => bench.InvokeAsync(id, "/slow")).ToArray();
        var fast = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => bench.InvokeAsync(id, "/fast")));

        Assert.All(fast, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.All(await Task.WhenAll(slow), answer => Assert.Equal((HttpStatusCode.GatewayTimeout, """{"message":"Endpoint request timed out"}"""), (answer.Status, answer.Body)));
    }

    [Fact]
    public async Task A_backend_that_dies_before_it_answers_is_a_504_and_in_the_middle_cuts_the_answer()
    {
        using TcpListener dying = new(IPAddress.Loopback, 0);
        dying.Start();
        var serving = ServeAsync(dying);
        await using var bench = await Bench.StartAsync();
        var url = $"http://127.0.0.1:{((IPEndPoint)dying.LocalEndpoint).Port}";
        var id = await bench.DeployedAsync(Given.Document($$"""{"/early": {"get": {{Given.Proxy($"{url}/early")}} }, "/late": {"get": {{Given.Proxy($"{url}/late")}} }, "/mock": {"get": {{Given.Mock("fine")}} } }"""));

        var (status, body, _) = await bench.InvokeAsync(id, "/early");
        Assert.Equal((HttpStatusCode.GatewayTimeout, """{"message":"Network error communicating with endpoint"}"""), (status, body));
        await Assert.ThrowsAsync<HttpRequestException>(() => bench.InvokeAsync(id, "/late"));
        Assert.Equal("fine", (await bench.InvokeAsync(id, "/mock")).Body);
        dying.Stop();
        await serving;
    }

    [Fact]
    public async Task A_caller_that_leaves_frees_the_backend_and_is_counted()
    {
        TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource freed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        await using var backend = builder.Build();
        backend.Run(async context =>
        {
            using var gone = context.RequestAborted.Register(() => freed.TrySetResult());
            arrived.TrySetResult();
            await freed.Task;
        });
        await backend.StartAsync(Cancellation);
        await using var bench = await Bench.StartAsync(new() { TimeProvider = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Watch.Noon) });
        var id = await bench.DeployedAsync(Given.Document($$"""{"/x": {"get": {{Given.Proxy(backend.Urls.First())}} } }"""));

        using (TcpClient caller = new())
        {
            await caller.ConnectAsync(IPAddress.Loopback, bench.Server.Address.Port, Cancellation);
            await caller.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET /restapis/{id}/dev/_user_request_/x HTTP/1.1\r\nHost: x\r\n\r\n"), Cancellation);
            await arrived.Task.WaitAsync(Cancellation);
        }

        await freed.Task.WaitAsync(Cancellation);
        await bench.CountedAsync(1, ("ApiName", "pets"), ("Stage", "dev"));
        Assert.Equal(1, await bench.ValueAsync("4XXError", "Sum", "AWS/ApiGateway", ("ApiName", "pets"), ("Stage", "dev")));
    }

    [Fact]
    public async Task A_thousand_open_connections_are_served()
    {
        await using var bench = await Bench.StartAsync();
        var id = await bench.DeployedAsync(Given.MockDocument(body: "fine"));
        List<TcpClient> callers = [];
        try
        {
            for (var i = 0; i < 1_000; i++)
            {
                TcpClient caller = new();
                callers.Add(caller);
                await caller.ConnectAsync(IPAddress.Loopback, bench.Server.Address.Port, Cancellation);
            }

            var request = Encoding.ASCII.GetBytes($"GET /restapis/{id}/dev/_user_request_/pets HTTP/1.1\r\nHost: x\r\n\r\n");
            foreach (var caller in callers)
            {
                await caller.GetStream().WriteAsync(request, Cancellation);
            }

            var buffer = new byte[1_024];
            foreach (var caller in callers)
            {
                var read = await caller.GetStream().ReadAtLeastAsync(buffer, 12, cancellationToken: Cancellation);
                Assert.StartsWith("HTTP/1.1 200", Encoding.ASCII.GetString(buffer, 0, read), StringComparison.Ordinal);
            }
        }
        finally
        {
            callers.ForEach(caller => caller.Dispose());
        }
    }

    private static async Task ServeAsync(TcpListener listener)
    {
        var buffer = new byte[4_096];
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(Cancellation);
                var read = await client.GetStream().ReadAsync(buffer, Cancellation);
                if (Encoding.ASCII.GetString(buffer, 0, read).StartsWith("GET /late", StringComparison.Ordinal))
                {
                    await client.GetStream().WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nonly this"u8.ToArray(), Cancellation);
                }
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // It was stopped.
        }
    }
}
