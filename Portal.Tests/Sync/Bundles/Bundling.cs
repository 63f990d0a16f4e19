using System.Net;
using Portal.Shared.Sync;

namespace Portal.Tests.Sync.Bundles;

/// <summary>What people do with many change sets at once, over HTTP.</summary>
internal static class Bundling
{
    public static Task<ProposedBundle> ProposeAsync(Person person, params string[] things) => person.Http.PostAsync<ProposedBundle>("/api/v1/bundles", new { things }, HttpStatusCode.OK);

    public static Task<BundleView> ReadAsync(Person person, Guid? id) => person.Http.GetAsync<BundleView>($"/api/v1/bundles/{id}");

    public static Task<HttpResponseMessage> TryApproveAsync(Person person, BundleView bundle, params string[] names) =>
        person.Http.SendAsync(HttpMethod.Post, $"/api/v1/bundles/{bundle.Id}/approve", new { fingerprint = bundle.Fingerprint, confirmedNames = names });

    /// <summary>Approves and waits for the end, as a page does.</summary>
    public static async Task<BundleView> ApproveAsync(Person person, BundleView bundle)
    {
        var view = await (await TryApproveAsync(person, bundle, [.. bundle.NamesToType])).AnswerAsync<BundleView>(HttpStatusCode.OK);

        while (view.IsOnItsWay)
        {
            view = await ReadAsync(person, bundle.Id);
        }

        return view;
    }
}
