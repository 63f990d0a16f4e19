using System.Net;
using Amazon.APIGateway.Model;
using Amazon.Runtime;
using Portal.Server.Aws;
using Portal.Server.Gateway;

namespace Portal.Tests.Aws;

/// <summary>A success that says nothing is no answer: taken at its word, it would be an account without APIs, or an API without an id.</summary>
public sealed class CallsTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_without_content_is_no_list_of_nothing()
    {
        var refused = await Assert.ThrowsAsync<GatewayRefusedException>(() => AskAsync(new GetRestApisRequest(), new GetRestApisResponse(), content: 0));

        Assert.Equal(("GetRestApis", "EmptyAnswer", GatewayRefusal.Unknown, false), (refused.Operation, refused.Code, refused.Refusal, refused.IsOfTheEntrance));
        Assert.Null((await AskAsync(new GetRestApisRequest(), new GetRestApisResponse(), content: 2)).Items?.FirstOrDefault());
    }

    [Fact]
    public async Task What_was_made_and_has_no_id_may_have_been_made()
    {
        await Assert.ThrowsAsync<GatewayRefusedException>(() => AskAsync(new CreateRestApiRequest(), new CreateRestApiResponse(), content: 2));
        await Assert.ThrowsAsync<GatewayRefusedException>(() => AskAsync(new CreateStageRequest(), new CreateStageResponse { DeploymentId = "abc" }, content: 30));

        Assert.Equal("abc", (await AskAsync(new CreateRestApiRequest(), new CreateRestApiResponse { Id = "abc" }, content: 12)).Id);
    }

    [Fact]
    public async Task Where_nothing_is_to_be_said_nothing_is_missed()
    {
        await AskAsync(new DeleteRestApiRequest(), new DeleteRestApiResponse(), content: 0);
        await AskAsync(new GetAccountRequest(), new GetAccountResponse(), content: 2);
    }

    [Fact]
    public async Task A_list_whose_pages_go_in_a_circle_has_an_end()
    {
        var pages = 0;

        var refused = await Assert.ThrowsAsync<GatewayRefusedException>(() => Calls.AllAsync<int>(_ => Task.FromResult<(List<int>?, string?)>(([pages], ++pages % 2 is 0 ? "even" : "odd"))));

        Assert.Equal(("PagesInACircle", 3), (refused.Code, pages));
    }

    private static Task<TResponse> AskAsync<TRequest, TResponse>(TRequest request, TResponse answer, long content)
        where TResponse : AmazonWebServiceResponse
    {
        (answer.HttpStatusCode, answer.ContentLength) = (HttpStatusCode.OK, content);

        return Calls.AskAsync((_, _) => Task.FromResult(answer), request, Cancelled);
    }
}
