using Portal.Shared.Stages;

namespace Portal.Server.Gateway;

/// <summary>Tells what differs between two definitions of an API, in the words of a change set. Sync knows them.</summary>
internal interface IDefinitionWords
{
    /// <summary>The routes by path, then what stands beside them, a sentence each.</summary>
    /// <param name="before">Null where there is none: then every route is added.</param>
    /// <param name="after">The other one.</param>
    (IReadOnlyList<RouteChange> Routes, IReadOnlyList<string> Settings) Between(DefinitionSpec? before, DefinitionSpec after);

    /// <summary>What differs between two settings of a stage, a sentence each.</summary>
    IReadOnlyList<string> Between(StageSettingsSpec before, StageSettingsSpec after);
}
