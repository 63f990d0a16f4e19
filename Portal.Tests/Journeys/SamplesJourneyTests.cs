using System.Text.RegularExpressions;
using Portal.Shared;

namespace Portal.Tests.Journeys;

/// <summary>Real documents on their whole way in a browser, settled by the buttons that stand beside their findings.</summary>
public sealed partial class SamplesJourneyTests(BrowserFixture portal) : IClassFixture<BrowserFixture>
{
    public static TheoryData<string> Samples => RealDocuments.Names is [] ? ["none"] : [.. RealDocuments.Names];

    [Theory]
    [MemberData(nameof(Samples))]
    public Task A_real_document_is_imported_settled_deployed_and_called(string sample)
    {
        var document = RealDocuments.Find(sample);

        return portal.VisitAsync($"sample-{sample}", async visit =>
        {
            var person = await portal.PersonAsync(Role.Publisher);
            var publisher = new Publisher(visit);
            await visit.SignInAsync(person.Email);

            await publisher.ImportAsync(document);
            var api = new Uri(visit.Page.Url).AbsolutePath;
            await publisher.SettleAsync(api);
            await publisher.OpenAsync(api);
            await publisher.DeployAsync();
            var stage = await publisher.ApproveAsync();

            Assert.Equal(200, await CallAsync(person, api, stage));
            Assert.Empty(visit.Complaints);
        });
    }

    /// <summary>Calls the first route that needs nothing but its path.</summary>
    private static async Task<int> CallAsync(Person person, string api, string stage)
    {
        var routes = await person.Http.GetAsync<Shared.Catalog.RoutesView>($"/api/v1{api}/routes");
        var path = routes.Routes.First(route => route is { Method: "GET", IsLeftOut: false }).Path;
        using var http = new HttpClient();
        using var answer = await http.GetAsync(stage + Variable().Replace(path, "1"), TestContext.Current.CancellationToken);

        return (int)answer.StatusCode;
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Variable();
}
