using System.Text.RegularExpressions;
using Portal.Server.Gateway;
using Portal.Shared.Sync;

namespace Portal.Server.Sync;

/// <summary>How a step ended, for the database.</summary>
internal sealed record StepEnd(StepState State, GatewayRefusal? Refusal = null, string? Code = null, string? Message = null)
{
    public static StepEnd Done { get; } = new(StepState.Done);

    /// <summary>It may be begun, or begun again.</summary>
    public static StepEnd StillToDo { get; } = new(StepState.Pending);

    public static StepEnd NotTried { get; } = new(StepState.NotTried);

    public static StepEnd Refused(GatewayRefusedException refused) => new(StepState.Refused, refused.Refusal, refused.Code, $"{refused.Operation}: {refused.Message}");

    /// <summary>With the names of things for their ids, which say nothing to a person. An id that is part of a longer one, or of a word, is left as it is.</summary>
    public StepEnd Told(IReadOnlyDictionary<string, string> names)
    {
        if (Message is null || names.Count is 0)
        {
            return this;
        }

        var ids = string.Join('|', names.Keys.OrderByDescending(id => id.Length).Select(Regex.Escape));

        return this with { Message = Regex.Replace(Message, $@"(?<![\w-])({ids})(?![\w-])", id => names[id.Value]) };
    }

    /// <summary>Says what was found instead of what was expected.</summary>
    public static StepEnd ChangedMeanwhile(string found) => new(StepState.ChangedMeanwhile, Message: found);
}
