using System.Net;
using Portal.Shared.Sync;

namespace Portal.Tests.Sync.Bundles;

/// <summary>What people do with many change sets at once, over HTTP.</summary>
internal static class Bundling
{
    /// <summary>Asks for it and waits until all that can be are proposed, as a page does.</summary>
    public static async Task<BundleView> ProposeAsync(Person person, params string[] things) => await ReadAsync(person, (await AskAsync(person, new { things })).Id);

    public static Task<ProposedBundle> AskAsync(Person person, object wanted) => person.Http.PostAsync<ProposedBundle>("/api/v1/bundles", wanted, HttpStatusCode.Accepted);

    /// <summary>When all that can be proposed now are.</summary>
    public static async Task<BundleView> ReadAsync(Person person, Guid? id, string query = "")
    {
        BundleView view;

        do
        {
            view = await person.Http.GetAsync<BundleView>($"/api/v1/bundles/{id}{query}");
        }
        while (view.IsBeingProposed);

        return view;
    }

    public static Task<HttpResponseMessage> TryApproveAsync(Person person, BundleView bundle, params string[] names) =>
        person.Http.SendAsync(HttpMethod.Post, $"/api/v1/bundles/{bundle.Id}/approve", new { fingerprint = bundle.Fingerprint, confirmedNames = names });

    /// <summary>Approves and waits for the end, also of what is proposed after it.</summary>
    public static async Task<BundleView> ApproveAsync(Person person, BundleView bundle)
    {
        var view = await (await TryApproveAsync(person, bundle, [.. bundle.NamesToType])).AnswerAsync<BundleView>(HttpStatusCode.OK);

        while (view.IsOnItsWay || view.IsBeingProposed)
        {
            view = await ReadAsync(person, bundle.Id);
        }

        return view;
    }

    public static Task<BundleView> LeaveOutAsync(Person person, BundleView bundle, params string[] things) =>
        person.Http.PostAsync<BundleView>($"/api/v1/bundles/{bundle.Id}/leave-out", new { things }, HttpStatusCode.OK);
}
