using System.Net;
using Portal.Server.Platform;
using Portal.Shared;

namespace Portal.Tests.Platform;

/// <summary>
/// Every request x everybody x what is theirs, another's or nobody's, through the one way in. What is decided stands in <see cref="AuthorizationDecisions"/> a second time, in full:
/// a new request without a row fails, and so does a row that nobody wrote down on purpose.
/// </summary>
public sealed class AuthorizationMatrixTests(AuthorizationMatrix matrix) : IClassFixture<AuthorizationMatrix>
{
    public static TheoryData<string> Requests => [.. RequestCatalog.Of(typeof(IPortal).Assembly).Requests.Select(request => request.Name).Order()];

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Everybody_may_what_is_written_here_and_no_more(string name)
    {
        var request = RequestCatalog.Of(typeof(IPortal).Assembly).Requests.Single(type => type.Name == name);
        Assert.True(AuthorizationDecisions.All.TryGetValue(request, out var decision), $"{name} is new: write down in AuthorizationDecisions who may send it.");

        List<string> wrong = [];

        foreach (var thing in decision.Concerns is null ? [Whose.Nobodys] : Enum.GetValues<Whose>())
        {
            foreach (var caller in matrix.Callers)
            {
                var sent = matrix.Make(request, decision.Concerns, thing, caller);
                Assert.Equal(decision.Concerns, (sent as IConcerns)?.Concern.Kind);
                var expected = decision.Expect(caller, thing);
                var found = await matrix.SendAsync(sent, caller.Id);

                if (found != expected)
                {
                    wrong.Add($"{caller.Role} with {thing}: {found}, not {expected}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task The_HTTP_door_says_the_same_in_numbers()
    {
        var stranger = await matrix.PersonAsync(Role.Publisher);
        var paths = new[] { (ConcernKind.Api, "apis"), (ConcernKind.Stage, "stages"), (ConcernKind.UsagePlan, "plans"), (ConcernKind.ChangeRun, "runs") }.Select(kind => $"/api/v1/{kind.Item2}/{matrix.Thing(kind.Item1, Whose.Theirs)}");

        foreach (var path in paths)
        {
            await matrix.CreateClient().GetAsync(path, TestContext.Current.CancellationToken).RefusedAsync(HttpStatusCode.Unauthorized, "urn:portal:platform:not-signed-in");
            await (await matrix.PersonAsync(Role.Developer)).Http.GetAsync(path, TestContext.Current.CancellationToken).RefusedAsync(HttpStatusCode.Forbidden, "urn:portal:platform:not-allowed");
            await stranger.Http.GetAsync(path, TestContext.Current.CancellationToken).RefusedAsync(HttpStatusCode.NotFound, "urn:portal:platform:not-found");
        }
    }

    [Fact]
    public void Nothing_is_decided_that_nobody_can_ask() => Assert.Empty(AuthorizationDecisions.All.Keys.Except(RequestCatalog.Of(typeof(IPortal).Assembly).Requests));
}

/// <summary>Whose a thing is, seen from those who ask.</summary>
public enum Whose
{
    /// <summary>Of the team of those who ask.</summary>
    Theirs,

    /// <summary>Of another team.</summary>
    Anothers,

    /// <summary>There is no such thing.</summary>
    Nobodys,
}

/// <param name="Role">One role; none is somebody who is not signed in.</param>
/// <param name="Id">Null is somebody who is not signed in.</param>
public sealed record Caller(Role Role, Guid? Id);
