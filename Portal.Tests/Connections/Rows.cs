using Portal.Server.Gateway;
using Portal.Server.Sync;
using Portal.Server.Sync.Drift;
using Portal.Shared.Sync;

namespace Portal.Tests.Connections;

internal static class Rows
{
    /// <summary>Something that was done through a connection.</summary>
    public static ChangeRun ChangeRun(Guid connection, Person by) => new()
    {
        Id = Guid.CreateVersion7(),
        TeamId = by.Team,
        ConnectionId = connection,
        Subject = "RestApi/shop",
        Parts = [],
        Names = [],
        Title = "Deploy",
        Reference = "",
        Notes = [],
        Brakes = [],
        NameToType = null,
        Undoes = null,
        Fingerprint = "",
        Urgency = Urgency.Person,
        State = RunState.Done,
        ProposedBy = by.Id,
        ProposedAt = DateTimeOffset.UnixEpoch,
    };

    /// <summary>Something that has drifted.</summary>
    public static DriftFinding DriftFinding(Guid connection, Person by, string place = "/description") => new()
    {
        Id = Guid.CreateVersion7(),
        TeamId = by.Team,
        ConnectionId = connection,
        Subject = "RestApi/shop",
        SubjectName = "shop",
        Address = "RestApi/shop",
        Place = place,
        Key = Guid.NewGuid().ToString("N"),
        PlaceName = place,
        Sort = DriftSort.Changed,
        Words = ["Changes the description."],
        Lines = [],
        Found = "",
        FoundBy = DriftLook.Quick,
        FirstSeen = DateTimeOffset.UnixEpoch,
        LastSeen = DateTimeOffset.UnixEpoch,
        State = FindingState.Open,
    };
}
