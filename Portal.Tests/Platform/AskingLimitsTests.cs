using System.Net;
using Portal.Shared;

namespace Portal.Tests.Platform;

public sealed class AskingLimitsTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task What_is_limited_is_refused_when_one_person_asks_too_often()
    {
        var eager = await portal.PersonAsync(Role.Publisher);
        var other = await portal.PersonAsync(Role.Publisher);

        for (var number = 0; number < 60; number++)
        {
            Assert.Equal(HttpStatusCode.Created, await MakeAsync(eager, $"script {number}"));
        }

        await eager.Http.SendAsync(HttpMethod.Post, "/api/v1/tokens", new { name = "one more" }).RefusedAsync(HttpStatusCode.TooManyRequests, "urn:portal:platform:too-often");
        Assert.Equal(HttpStatusCode.Created, await MakeAsync(other, "script"));
    }

    private static async Task<HttpStatusCode> MakeAsync(Person person, string name)
    {
        using var answer = await person.Http.SendAsync(HttpMethod.Post, "/api/v1/tokens", new { name });

        return answer.StatusCode;
    }
}
