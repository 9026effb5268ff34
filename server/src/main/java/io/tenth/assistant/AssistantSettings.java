package io.tenth.assistant;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How much assistants may do for one person in a day, by the operator's word.
 *
 * @param callsPerDay of tools
 * @param tokensPerDay that a language model reads and writes
 */
@ConfigurationProperties("tenth.assistant")
record AssistantSettings(int callsPerDay, long tokensPerDay) {}
