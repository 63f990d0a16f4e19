namespace Portal.Sandbox.Execution.Lambdas;

/// <summary>What came of calling a function.</summary>
internal abstract record LambdaAnswer
{
    /// <summary>The function's own result.</summary>
    internal sealed record Returned(byte[] Payload) : LambdaAnswer;

    /// <summary>The function threw; the payload tells what.</summary>
    internal sealed record Threw(byte[] Payload, string Message) : LambdaAnswer;

    /// <summary>Nothing stands for the ARN.</summary>
    internal sealed record Unknown : LambdaAnswer;

    /// <summary>What stands for it does not answer as Lambda would.</summary>
    internal sealed record Unreachable(string Why) : LambdaAnswer;

    internal sealed record TimedOut : LambdaAnswer;
}
