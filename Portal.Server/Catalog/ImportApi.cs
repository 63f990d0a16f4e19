using System.Diagnostics;
using Portal.Server.Catalog.Documents;
using Portal.Server.Platform;
using Portal.Shared;
using Portal.Shared.Catalog;

namespace Portal.Server.Catalog;

internal sealed class ImportApiHandler(DocumentIntake intake, NewApi apis) : IHandler<ImportApi, RevisedApi>
{
    public async Task<Answer<RevisedApi>> HandleAsync(ImportApi request, CurrentUser user, CancellationToken cancellationToken) =>
        await intake.TakeAsync(request.Document, cancellationToken) switch
        {
            Answer<IncomingDocument>.Given(var incoming) => await AddAsync(request, incoming, user, cancellationToken),
            Answer<IncomingDocument>.Refused(var refusal) => refusal,
            _ => throw new UnreachableException(),
        };

    private async Task<Answer<RevisedApi>> AddAsync(ImportApi request, IncomingDocument incoming, CurrentUser user, CancellationToken cancellationToken)
    {
        var routes = RouteTable.Of(incoming.Document);

        if ((request.Name ?? Usable(routes.Title)) is not { } name)
        {
            return Refusals.NotNamed;
        }

        var summary = $"Imported with {RevisionSummary.Counted(routes.Routes.Count, "operation")}.";
        var added = await apis.AddAsync(new NewApi.Entry(request.TeamId, name, "", request.Protocol, request.EndpointType, incoming, summary, "catalog.import"), user, cancellationToken);

        return added.Then<RevisedApi>(api => new RevisedApi { Api = api, IsNew = true });
    }

    /// <summary>A document's title in one line, of a name's length; null if nothing is left.</summary>
    private static string? Usable(string title)
    {
        var line = string.Join(' ', title.Split([.. title.Where(char.IsControl).Distinct(), ' '], StringSplitOptions.RemoveEmptyEntries));

        return line.Length switch
        {
            0 => null,
            > 200 => line[..199] + "…",
            _ => line,
        };
    }
}
